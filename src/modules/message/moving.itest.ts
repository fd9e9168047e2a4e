import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../kernel/actor.ts";
import type { ChannelId, MessageId } from "../../kernel/ids.ts";
import { replay } from "./testing/replay.ts";
import { createMessageWorld, type MessageWorld } from "./testing/world.ts";

let world: MessageWorld;
beforeAll(async () => {
  world = await createMessageWorld();
});
afterAll(() => world.close());

const say = async (by: Actor, channelId: ChannelId, text: string, threadRootId?: MessageId) =>
  (
    await world.app.send(by, {
      channelId,
      clientId: world.clientId(),
      text,
      threadRootId,
      alsoInChannel: false,
    })
  ).messageId;

const see = async (id: MessageId) => (await world.app.getMessage(id, world.person().userId)).message;

function scene() {
  const [ada, grace, channel] = [world.person(), world.person(), world.channel()];
  const move = (by: Actor, threadRootId: MessageId, ...messageIds: MessageId[]) =>
    world.app.moveToThread(by, { channelId: channel, threadRootId, messageIds });
  const history = async () => {
    const query = { channelId: channel, place: { kind: "latest" }, limit: 50 } as const;
    return (await world.app.listMessages(ada.userId, query)).messages.map(({ message }) => message.text);
  };
  const thread = async (root: MessageId) => {
    const page = await world.app.thread(root, { before: undefined, limit: 50 }, ada.userId);
    return page?.replies.map(({ message }) => message.text);
  };
  return { ada, grace, channel, move, history, thread };
}

describe("moving messages to a thread", () => {
  it("takes them out of the channel and puts them among the replies, where they were said", async () => {
    const { ada, grace, channel, move, history, thread } = scene();
    const root = await say(ada, channel, "root");
    const early = await say(ada, channel, "early");
    await say(grace, channel, "reply", root);
    const late = await say(ada, channel, "late");
    await say(grace, channel, "other");
    await move(ada, root, early, late);
    expect(await history()).toEqual(["root", "other"]);
    expect(await thread(root)).toEqual(["early", "reply", "late"]);
    expect((await see(root)).thread).toMatchObject({
      replyCount: 3,
      lastReplyAt: (await see(late)).postedAt,
      recentUserIds: [ada.userId, grace.userId],
    });
  });

  it("makes the channel less unread, and keeps who was called", async () => {
    const { ada, grace, channel, move } = scene();
    world.readPositions.set(grace.userId, [{ channelId: channel, readSeq: 1n }]);
    const root = await say(ada, channel, "root");
    const called = await say(ada, channel, `<@${grace.userId}> look`);
    expect(await world.app.listUnread(grace.userId)).toMatchObject([{ messages: 1, mentions: 1 }]);
    await move(ada, root, called);
    expect(await world.app.listUnread(grace.userId)).toMatchObject([{ messages: 0, mentions: 1 }]);
  });

  it("brings a reply from one thread to another, and is done once", async () => {
    const { ada, channel, move, thread } = scene();
    const [first, second] = [await say(ada, channel, "first"), await say(ada, channel, "second")];
    const reply = await say(ada, channel, "reply", first);
    await move(ada, second, reply);
    await move(ada, second, reply);
    expect([await thread(first), await thread(second)]).toEqual([[], ["reply"]]);
    expect((await see(first)).thread).toBeUndefined();
    expect(await world.log(channel)).toHaveLength(4);
  });

  it("is for authors and for whoever moderates", async () => {
    const { ada, grace, channel, move } = scene();
    const [root, hers] = [await say(ada, channel, "root"), await say(grace, channel, "hers")];
    await expect(move(ada, root, hers)).rejects.toThrow("may not write");
    world.moderators.add(ada.userId);
    await move(ada, root, hers);
    expect(await see(hers)).toMatchObject({ threadRootId: root, authorId: grace.userId });
  });

  it("is refused where there is no such thread, a later one, or replies of its own", async () => {
    const { ada, channel, move } = scene();
    const first = await say(ada, channel, "first");
    const second = await say(ada, channel, "second");
    const reply = await say(ada, channel, "reply", second);
    const reasons = await Promise.all(
      [
        move(ada, second, first),
        move(ada, first, second),
        move(ada, reply, second),
        move(ada, first, first),
      ].map((moving) => moving.catch((error: { readonly reason: string }) => error.reason)),
    );
    expect(reasons).toEqual([
      "THREAD_BEGINS_LATER",
      "HAS_REPLIES",
      "THREAD_NOT_FOUND",
      "THREAD_BEGINS_LATER",
    ]);
    const elsewhere = await say(ada, world.channel(), "elsewhere");
    await expect(move(ada, first, elsewhere)).rejects.toThrow("no such message");
  });

  it("leaves the log such that a replay counts right, also when the message is deleted later", async () => {
    const { ada, channel, move } = scene();
    const root = await say(ada, channel, "root");
    const moved = await say(ada, channel, "moved away");
    await move(ada, root, moved);
    await world.app.remove(ada, { messageId: moved, channelId: channel });
    expect(replay(await world.log(channel)).get(root)).toMatchObject({ replies: 0 });
    expect((await see(root)).thread).toBeUndefined();
    expect(Buffer.concat(await world.log(channel)).toString()).not.toContain("moved away");
  });
});
