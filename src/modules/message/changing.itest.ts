import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../kernel/actor.ts";
import type { ChannelId, MessageId } from "../../kernel/ids.ts";
import { histories, play } from "./testing/history.ts";
import { replay } from "./testing/replay.ts";
import { createMessageWorld, type MessageWorld } from "./testing/world.ts";

let world: MessageWorld;
beforeAll(async () => {
  world = await createMessageWorld();
});
afterAll(() => world.close());

async function posted(author: Actor, channelId: ChannelId, text = "hello", threadRootId?: MessageId) {
  const sent = await world.app.send(author, {
    channelId,
    clientId: world.clientId(),
    text,
    threadRootId,
    alsoInChannel: false,
  });
  return { messageId: sent.messageId, channelId };
}

const see = async (reader: Actor, id: MessageId) => world.app.getMessage(id, reader.userId);
const logText = async (channel: ChannelId) => Buffer.concat(await world.log(channel)).toString("utf8");

describe("editing", () => {
  it("gives the message a new text and keeps its place", async () => {
    const [author, channel] = [world.person(), world.channel()];
    const target = await posted(author, channel, "helo");
    await world.app.edit(author, { ...target, text: "hello" });
    const { message } = await see(author, target.messageId);
    expect(message).toMatchObject({ text: "hello", seq: 1n });
    expect(message.editedAt).toBeInstanceOf(Date);
  });

  it("is for the author only and needs something new", async () => {
    const [author, channel] = [world.person(), world.channel()];
    const target = await posted(author, channel);
    await expect(world.app.edit(world.person(), { ...target, text: "mine now" })).rejects.toThrow("author");
    await world.app.edit(author, { ...target, text: "hello" });
    expect(await world.log(channel)).toHaveLength(1);
  });

  it("moves the mentions with the text", async () => {
    const [author, called, channel] = [world.person(), world.person(), world.channel()];
    world.readPositions.set(called.userId, [{ channelId: channel, readSeq: 0n }]);
    const target = await posted(author, channel, `<@${called.userId}> look`);
    expect(await world.app.listUnread(called.userId)).toMatchObject([{ messages: 1, mentions: 1 }]);
    await world.app.edit(author, { ...target, text: "never mind" });
    expect(await world.app.listUnread(called.userId)).toMatchObject([{ messages: 1, mentions: 0 }]);
  });
});

describe("the versions of a message", () => {
  const texts = async (id: MessageId, limit = 50) =>
    (await world.app.versions(id, limit)).map((version) => version.text);

  it("are what it said after each edit, the present one last", async () => {
    const [author, channel] = [world.person(), world.channel()];
    const target = await posted(author, channel, "helo");
    await posted(author, channel, "something else");
    await world.app.edit(author, { ...target, text: "hallo" });
    await world.app.edit(author, { ...target, text: "hello" });
    expect(await texts(target.messageId)).toEqual(["helo", "hallo", "hello"]);
    const { message } = await see(author, target.messageId);
    const moments = (await world.app.versions(target.messageId, 50)).map(({ writtenAt }) => writtenAt);
    expect([moments[0], moments[2]]).toEqual([message.postedAt, message.editedAt]);
  });

  it("are the latest where there are too many", async () => {
    const [author, channel] = [world.person(), world.channel()];
    const target = await posted(author, channel, "1");
    for (const text of ["2", "3", "4"]) await world.app.edit(author, { ...target, text });
    expect(await texts(target.messageId, 2)).toEqual(["3", "4"]);
  });

  it("are gone with the message", async () => {
    const [author, channel] = [world.person(), world.channel()];
    const target = await posted(author, channel, "first secret");
    await world.app.edit(author, { ...target, text: "second secret" });
    await world.app.remove(author, target);
    expect(await texts(target.messageId)).toEqual([]);
  });

  it("are all there or all gone while somebody deletes the message", async () => {
    const [author, channel] = [world.person(), world.channel()];
    const target = await posted(author, channel, "1");
    await world.app.edit(author, { ...target, text: "2" });
    const [read] = await Promise.all([
      Promise.all(Array.from({ length: 20 }, () => texts(target.messageId))),
      world.app.remove(author, target),
    ]);
    for (const versions of read) expect([[], ["1", "2"]]).toContainEqual(versions);
    expect(await texts(target.messageId)).toEqual([]);
  });
});

describe("deleting", () => {
  it("takes every text of the message out of the log", async () => {
    const [author, channel] = [world.person(), world.channel()];
    const target = await posted(author, channel, "first secret");
    await world.app.edit(author, { ...target, text: "second secret" });
    await world.app.remove(author, target);
    expect(await logText(channel)).not.toContain("secret");
    expect(await world.log(channel)).toHaveLength(3);
    const page = await world.app.listMessages(author.userId, {
      channelId: channel,
      place: { kind: "latest" },
      limit: 10,
    });
    expect(page).toMatchObject({ messages: [], head: 3n });
  });

  it("is for the author and for moderators, and happens once", async () => {
    const [author, moderator, channel] = [world.person(), world.person(), world.channel()];
    const target = await posted(author, channel);
    await expect(world.app.remove(world.person(), target)).rejects.toThrow("may not write");
    world.moderators.add(moderator.userId);
    await world.app.remove(moderator, target);
    await world.app.remove(author, target);
    expect(await world.log(channel)).toHaveLength(2);
  });

  it("leaves a tombstone while a thread hangs on it", async () => {
    const [author, channel] = [world.person(), world.channel()];
    const root = await posted(author, channel, "root");
    const reply = await posted(author, channel, "reply", root.messageId);
    await world.app.remove(author, root);
    const page = () =>
      world.app.listMessages(author.userId, { channelId: channel, place: { kind: "latest" }, limit: 10 });
    expect((await page()).messages).toMatchObject([{ message: { text: "", thread: { replyCount: 1 } } }]);
    await world.app.remove(author, reply);
    expect((await page()).messages).toEqual([]);
  });
});

describe("threads", () => {
  it("are counted on their root, the latest to reply first", async () => {
    const people = Array.from({ length: 7 }, () => world.person());
    const channel = world.channel();
    const [starter] = people as [Actor];
    const root = await posted(starter, channel, "root");
    for (const person of people) await posted(person, channel, "reply", root.messageId);
    const { message } = await see(starter, root.messageId);
    expect(message.thread).toMatchObject({
      replyCount: 7,
      recentUserIds: people
        .toReversed()
        .slice(0, 5)
        .map((person) => person.userId),
    });
  });

  it("are paged from the latest reply backwards", async () => {
    const [author, channel] = [world.person(), world.channel()];
    const root = await posted(author, channel, "root");
    for (let n = 1; n <= 5; n++) await posted(author, channel, `reply ${n}`, root.messageId);
    const latest = await world.app.thread(root.messageId, { before: undefined, limit: 2 }, author.userId);
    expect(latest?.replies.map((reply) => reply.message.text)).toEqual(["reply 4", "reply 5"]);
    expect(latest?.hasOlder).toBe(true);
    const border = latest?.replies[0]?.message.seq;
    const older = await world.app.thread(root.messageId, { before: border, limit: 10 }, author.userId);
    expect(older?.replies.map((reply) => reply.message.text)).toEqual(["reply 1", "reply 2", "reply 3"]);
    expect(older?.hasOlder).toBe(false);
  });

  it("do not branch: a reply cannot be replied to", async () => {
    const [author, channel] = [world.person(), world.channel()];
    const root = await posted(author, channel);
    const reply = await posted(author, channel, "reply", root.messageId);
    await expect(posted(author, channel, "deeper", reply.messageId)).rejects.toThrow("thread");
  });
});

describe("reactions and pins", () => {
  it("count each person once an emoji, in the order in which they came", async () => {
    const [author, other, channel] = [world.person(), world.person(), world.channel()];
    const target = await posted(author, channel);
    await Promise.all([1, 2, 3].map(() => world.app.addReaction(author, { ...target, emoji: "👍" })));
    await world.app.addReaction(other, { ...target, emoji: "👍" });
    await world.app.addReaction(other, { ...target, emoji: "🎉" });
    expect((await see(author, target.messageId)).reactions).toEqual([
      { emoji: "👍", count: 2, userIds: [author.userId, other.userId], mine: true },
      { emoji: "🎉", count: 1, userIds: [other.userId], mine: false },
    ]);
    await world.app.removeReaction(author, { ...target, emoji: "👍" });
    await world.app.removeReaction(author, { ...target, emoji: "👍" });
    expect((await see(author, target.messageId)).reactions[0]).toMatchObject({ count: 1, mine: false });
    expect(await world.log(channel)).toHaveLength(5);
  });

  it("stop at fifty different emoji", async () => {
    const [author, channel] = [world.person(), world.channel()];
    const target = await posted(author, channel);
    for (let n = 0; n < 50; n++) await world.app.addReaction(author, { ...target, emoji: `:e${n}:` });
    await expect(world.app.addReaction(author, { ...target, emoji: "👍" })).rejects.toThrow("most different");
    await world.app.addReaction(world.person(), { ...target, emoji: ":e0:" });
  });

  it("show the latest pin first", async () => {
    const [author, channel] = [world.person(), world.channel()];
    const [first, second] = [await posted(author, channel, "one"), await posted(author, channel, "two")];
    await world.app.pin(author, second);
    await world.app.pin(author, first);
    await world.app.pin(author, first);
    const texts = async () => (await world.app.pins(channel, author.userId)).map((pin) => pin.message.text);
    expect(await texts()).toEqual(["one", "two"]);
    await world.app.unpin(author, first);
    expect(await texts()).toEqual(["two"]);
  });
});

describe("the read model", () => {
  it("is what a replay of the log gives, after any history", async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (steps) => {
        const { channel, targets, people } = await play(world, steps);
        await expectReplayEqual(channel, targets, people);
      }),
      { numRuns: 25 },
    );
  });
});

async function expectReplayEqual(
  channel: ChannelId,
  targets: readonly { messageId: MessageId }[],
  people: readonly Actor[],
): Promise<void> {
  const replayed = replay(await world.log(channel));
  expect([...replayed.keys()].toSorted()).toEqual(targets.map((target) => target.messageId).toSorted());
  for (const [id, expected] of replayed) {
    const { message, reactions } = await see(people[0] as Actor, id as MessageId);
    expect({
      seq: message.seq,
      authorId: message.authorId,
      text: message.text,
      deleted: message.deletedAt !== undefined,
      edited: message.editedAt !== undefined,
      pinnedBy: message.pin?.by ?? "",
      replies: message.thread?.replyCount ?? 0,
      poll: message.poll && [
        ...message.poll.options.map(({ text, votes }) => `${text} ${votes}`),
        String(message.poll.voters),
      ],
      previews: message.previews?.shown.map(({ url }) => url) ?? [],
      reactions: new Set(
        reactions.flatMap(({ emoji, userIds }) => userIds.map((user) => `${emoji} ${user}`)),
      ),
    }).toEqual(expected);
  }
}
