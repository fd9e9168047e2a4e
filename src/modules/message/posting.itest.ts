import { fromBinary } from "@bufbuild/protobuf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EntrySchema } from "../../../gen/chatter/stream/v1/entry_pb.js";
import type { Actor } from "../../kernel/actor.ts";
import type { ChannelId } from "../../kernel/ids.ts";
import { createMessageWorld, type MessageWorld } from "./testing/world.ts";

let world: MessageWorld;
beforeAll(async () => {
  world = await createMessageWorld();
});
afterAll(() => world.close());

const say = (actor: Actor, channelId: ChannelId, text: string, clientId = world.clientId()) =>
  world.app.send(actor, { channelId, clientId, text, alsoInChannel: false });

describe("posting", () => {
  it("numbers each channel from 1 without a gap, however many send at once", async () => {
    const channels = [world.channel(), world.channel(), world.channel()];
    const people = Array.from({ length: 20 }, () => world.person());
    const sent = await Promise.all(
      people.flatMap((person) =>
        channels.flatMap((channel) =>
          Array.from({ length: 10 }, async (_, n) => ({
            channel,
            ...(await say(person, channel, `hello ${n}`)),
          })),
        ),
      ),
    );
    for (const channel of channels) {
      const seqs = sent.filter((one) => one.channel === channel).map((one) => one.seq);
      expect(seqs.toSorted((a, b) => Number(a - b))).toEqual(
        Array.from({ length: 200 }, (_, n) => BigInt(n + 1)),
      );
      expect(await world.log(channel)).toHaveLength(200);
    }
  });

  it("answers a retry with the first message, at once and later", async () => {
    const channel = world.channel();
    const person = world.person();
    const clientId = world.clientId();
    const first = await Promise.all([1, 2, 3].map(() => say(person, channel, "once", clientId)));
    const later = await say(person, channel, "once", clientId);
    expect(new Set([...first, later].map((one) => one.messageId)).size).toBe(1);
    expect(later.seq).toBe(1n);
    expect(await world.log(channel)).toHaveLength(1);
  });

  it("takes one client id of two people for two messages", async () => {
    const channel = world.channel();
    const clientId = world.clientId();
    const sent = [
      await say(world.person(), channel, "a", clientId),
      await say(world.person(), channel, "b", clientId),
    ];
    expect(sent.map((one) => one.seq)).toEqual([1n, 2n]);
  });

  it("answers with the first message where the same client id is sent to another channel", async () => {
    const person = world.person();
    const clientId = world.clientId();
    const channels = [world.channel(), world.channel()];
    const sent = await Promise.all(channels.map((channel) => say(person, channel, "once", clientId)));
    expect(sent[0]?.messageId).toBe(sent[1]?.messageId);
  });

  it("refuses whoever lost the right, although their permit was given before", async () => {
    const channel = world.channel();
    const [removed, other] = [world.person(), world.person()];
    await say(removed, channel, "still here");
    const storm = Promise.allSettled(
      Array.from({ length: 50 }, (_, n) => say(n % 2 === 0 ? removed : other, channel, `${n}`)),
    );
    await world.revoke(removed.userId, channel);
    const headAtRemoval = (await world.streams.heads([channel])).get(channel)?.head ?? 0n;
    await expect(say(removed, channel, "once more")).rejects.toThrow("may not write");
    await storm;
    const late = (await world.streams.read(channel, headAtRemoval, 1000)).entries
      .map((entry) => fromBinary(EntrySchema, entry))
      .filter((entry) => entry.actorId === removed.userId);
    expect(late).toEqual([]);
    await say(other, channel, "goes on");
  });

  it("keeps any text as it was sent, apart from what PostgreSQL cannot hold", async () => {
    const channel = world.channel();
    const person = world.person();
    const text = `"quotes" {braces}, \\back\\slash NULL 🙂\nlines\t', null`;
    const { messageId } = await say(person, channel, `${text}\u0000`);
    expect((await world.app.getMessage(messageId, person.userId)).message.text).toBe(text);
  });

  it("refuses blank and too long texts, too many mentions and a thread that is not there", async () => {
    const channel = world.channel();
    const person = world.person();
    await expect(say(person, channel, " \n ")).rejects.toThrow("needs some text");
    await expect(say(person, channel, "ä".repeat(20_001))).rejects.toThrow("too long");
    const crowd = Array.from({ length: 51 }, () => `<@${world.person().userId}>`).join(" ");
    await expect(say(person, channel, crowd)).rejects.toThrow("at most 50");
    const elsewhere = await say(person, world.channel(), "root of another channel");
    await expect(
      world.app.send(person, {
        channelId: channel,
        clientId: world.clientId(),
        text: "reply",
        threadRootId: elsewhere.messageId,
        alsoInChannel: false,
      }),
    ).rejects.toThrow("thread");
    expect(await world.log(channel)).toHaveLength(0);
  });

  it("lets only moderators call everybody in a large channel", async () => {
    const channel = world.channel();
    const [person, moderator] = [world.person(), world.person()];
    world.moderators.add(moderator.userId);
    world.memberCount = 501;
    await expect(say(person, channel, "<!channel> lunch")).rejects.toThrow("moderators");
    await say(person, channel, "`<!channel>` in code calls nobody");
    await say(moderator, channel, "<!channel> fire drill");
    world.memberCount = 3;
    await say(person, channel, "<!here> lunch");
  });
});
