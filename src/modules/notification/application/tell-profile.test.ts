import { create, toBinary } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import { UserSchema } from "../../../../gen/chatter/user/v1/user_pb.js";
import { userId } from "../testing/ids.ts";
import { ephemeral, quietServers } from "../testing/quiet-server.ts";

const [ada, guest, friend] = [userId(1), userId(2), userId(3)];

describe("a profile that changed", () => {
  it("is shown to everybody, but to guests only if they share a channel with the person", async () => {
    const { timers, bus, server, guests, acquainted } = quietServers();
    for (const user of [guest, friend]) guests.add(user);
    acquainted.add(friend);
    const here = server("here");
    const [member, stranger, acquaintance] = [
      await here.connect(userId(4)),
      await here.connect(guest),
      await here.connect(friend),
    ];
    const user = toBinary(UserSchema, create(UserSchema, { id: ada, name: "Ada" }));
    bus.publish({ kind: "profile", userId: ada, user });
    await timers.pass(10);
    const shown = [{ case: "user", value: { user: { id: ada, name: "Ada" } } }];
    expect(ephemeral(member.link)).toMatchObject(shown);
    expect(ephemeral(acquaintance.link)).toMatchObject(shown);
    expect(ephemeral(stranger.link)).toEqual([]);
  });
});
