// @vitest-environment happy-dom
import type { MessageInitShape } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import {
  ChannelService,
  type OpenDirectResponseSchema,
} from "../../../../../../gen/chatter/channel/v1/channel_pb.js";
import { UserService } from "../../../../../../gen/chatter/user/v1/user_pb.js";
import { refusalOf } from "../testing/refuse.ts";
import { me, show } from "../testing/show.tsx";
import { protoOf, userNamed } from "../testing/user.ts";
import { NewDirect } from "./new-direct.tsx";

const people = [userNamed("Amara Okafor"), userNamed("Mei Tanaka"), userNamed("Tomás Ruiz")];
const opened: MessageInitShape<typeof OpenDirectResponseSchema> = {
  channel: { id: "chn_direct", directUserIds: [me, "usr_tomas"] },
  membership: { channelId: "chn_direct" },
};

async function newDirect(answer = () => opened) {
  const asked: string[][] = [];
  const dialog = await show(<NewDirect />, (router) => {
    router.service(UserService, {
      listUsers: ({ query }) => ({
        users: people.filter(({ handle }) => handle.includes(query)).map(protoOf),
      }),
    });
    router.service(ChannelService, {
      openDirect: ({ userIds }) => {
        asked.push(userIds);
        return answer();
      },
    });
  });
  await dialog.see("[role=option]");
  const pick = async (text: string) => {
    await dialog.type("input", text);
    await dialog.press("input", "Enter");
  };
  return { ...dialog, asked, pick };
}

describe("a new conversation", () => {
  it("is begun by typing names, and opened by one more Enter", async () => {
    const { pick, press, read, asked, path, until } = await newDirect();
    await pick("tomas");
    await pick("am");
    expect(read("ul .sr-only")).toEqual(["Remove Tomás Ruiz", "Remove Amara Okafor"]);
    await press("input", "Enter");
    await until(() => expect(path()).toBe("/c/chn_direct"));
    expect(asked).toEqual([["usr_tomas", "usr_amara"]]);
  });

  it("with oneself alone is a place for notes", async () => {
    const { pick, press, asked, until } = await newDirect();
    await pick("mei");
    await press("input", "Enter");
    await until(() => expect(asked).toEqual([[]]));
  });

  it("says in words why it cannot be opened, and stays", async () => {
    const { pick, press, see, read, path } = await newDirect(() => {
      throw refusalOf("TOO_BUSY");
    });
    await pick("am");
    await press("input", "Enter");
    await see("[role=alert] p");
    expect(read("[role=alert]").join("")).toContain("Try again in a moment.");
    expect(path()).toBe("/");
  });
});
