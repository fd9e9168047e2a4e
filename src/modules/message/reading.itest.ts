import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../kernel/actor.ts";
import type { ChannelId, MessageId } from "../../kernel/ids.ts";
import type { Place } from "./application/list-messages.ts";
import { createMessageWorld, type MessageWorld } from "./testing/world.ts";

let world: MessageWorld;
let author: Actor;
let channel: ChannelId;
const sent: MessageId[] = [];

beforeAll(async () => {
  world = await createMessageWorld();
  author = world.person();
  channel = world.channel();
  for (let n = 1; n <= 10; n++) sent.push((await say(`${n}`)).messageId);
});
afterAll(() => world.close());

const say = (text: string, more: { threadRootId?: MessageId; alsoInChannel?: boolean } = {}) =>
  world.app.send(author, {
    channelId: channel,
    clientId: world.clientId(),
    text,
    alsoInChannel: false,
    ...more,
  });

async function texts(place: Place, limit: number): Promise<string> {
  const page = await world.app.listMessages(author.userId, { channelId: channel, place, limit });
  const shown = page.messages.map(({ message }) => message.text).join(" ");
  return `${page.hasOlder ? "< " : ""}${shown}${page.hasNewer ? " >" : ""}`;
}

describe("history", () => {
  it("opens at the latest page", async () => {
    expect(await texts({ kind: "latest" }, 3)).toBe("< 8 9 10");
    expect(await texts({ kind: "latest" }, 10)).toBe("1 2 3 4 5 6 7 8 9 10");
  });

  it("pages backwards and forwards and tells where it ends", async () => {
    expect(await texts({ kind: "before", seq: 8n }, 3)).toBe("< 5 6 7 >");
    expect(await texts({ kind: "before", seq: 3n }, 3)).toBe("1 2 >");
    expect(await texts({ kind: "after", seq: 2n }, 3)).toBe("< 3 4 5 >");
    expect(await texts({ kind: "after", seq: 7n }, 3)).toBe("< 8 9 10");
    expect(await texts({ kind: "before", seq: 1n }, 3)).toBe(" >");
    expect(await texts({ kind: "after", seq: 10n }, 3)).toBe("< ");
  });

  it("jumps to a position, a message and a moment", async () => {
    expect(await texts({ kind: "around", seq: 5n }, 4)).toBe("< 3 4 5 6 >");
    expect(await texts({ kind: "around_message", messageId: sent[0] as MessageId }, 4)).toBe("1 2 >");
    expect(await texts({ kind: "around_time", moment: new Date(0) }, 4)).toBe("1 2 >");
    expect(await texts({ kind: "around_time", moment: new Date(Date.now() + 60_000) }, 2)).toBe("< 9 10");
  });

  it("does not find a message of another channel", async () => {
    const elsewhere = world.channel();
    const query = {
      channelId: elsewhere,
      place: { kind: "around_message", messageId: sent[0] as MessageId },
    } as const;
    await expect(world.app.listMessages(author.userId, { ...query, limit: 4 })).rejects.toThrow(
      "no such message",
    );
  });

  it("is empty, with head 0, where nothing was said", async () => {
    const page = await world.app.listMessages(author.userId, {
      channelId: world.channel(),
      place: { kind: "latest" },
      limit: 5,
    });
    expect(page).toEqual({ messages: [], hasOlder: false, hasNewer: false, head: 0n });
  });

  it("shows replies only where they were also sent to the channel", async () => {
    const threadRootId = sent[0] as MessageId;
    await say("hidden", { threadRootId });
    await say("shown", { threadRootId, alsoInChannel: true });
    expect(await texts({ kind: "latest" }, 2)).toBe("< 10 shown");
  });
});

describe("unread", () => {
  it("counts what others said after the read position, up to a hundred", async () => {
    const reader = world.person();
    const busy = world.channel();
    await Promise.all(
      Array.from({ length: 120 }, (_, n) =>
        world.app.send(author, {
          channelId: busy,
          clientId: world.clientId(),
          text: `${n}`,
          alsoInChannel: false,
        }),
      ),
    );
    await world.app.send(reader, {
      channelId: busy,
      clientId: world.clientId(),
      text: "me",
      alsoInChannel: false,
    });
    const count = async (readSeq: bigint) => {
      world.readPositions.set(reader.userId, [{ channelId: busy, readSeq }]);
      return world.app.listUnread(reader.userId);
    };
    const counted = { channelId: busy, head: 121n, mentions: 0 };
    expect(await count(0n)).toMatchObject([{ ...counted, messages: 100 }]);
    expect(await count(118n)).toMatchObject([{ ...counted, messages: 2 }]);
    expect(await count(121n)).toMatchObject([{ ...counted, messages: 0 }]);
  });

  it("counts a message once that mentions somebody by name and with everybody", async () => {
    const reader = world.person();
    const room = world.channel();
    world.readPositions.set(reader.userId, [{ channelId: room, readSeq: 0n }]);
    const text = `<!channel> and <@${reader.userId}>`;
    await world.app.send(author, { channelId: room, clientId: world.clientId(), text, alsoInChannel: false });
    expect(await world.app.listUnread(reader.userId)).toMatchObject([{ messages: 1, mentions: 1 }]);
  });

  it("tells when something was last said in the channel itself, whoever said it and whether it was read", async () => {
    const [room, silent] = [world.channel(), world.channel()];
    const say = (text: string, threadRootId?: MessageId) =>
      world.app.send(author, {
        ...{ channelId: room, clientId: world.clientId(), text, alsoInChannel: false },
        ...(threadRootId && { threadRootId }),
      });
    await say("before");
    const { messageId } = await say("last");
    await say("in a thread", messageId);
    const positions = [room, silent].map((channelId) => ({ channelId, readSeq: 3n }));
    world.readPositions.set(author.userId, positions);
    const page = await world.app.listMessages(author.userId, {
      channelId: room,
      place: { kind: "latest" },
      limit: 1,
    });
    const counts = await world.app.listUnread(author.userId);
    expect(counts.map(({ readSeq }) => readSeq)).toEqual([3n, 3n]);
    expect(new Map(counts.map(({ channelId, latestAt }) => [channelId, latestAt]))).toEqual(
      new Map([
        [room, page.messages[0]?.message.postedAt],
        [silent, undefined],
      ]),
    );
  });
});

describe("drafts", () => {
  it("are kept per channel and thread and told to the author's other devices", async () => {
    const writer = world.person();
    await world.app.saveDraft(writer, { channelId: channel, text: "half a thou" });
    await world.app.saveDraft(writer, { channelId: channel, text: "half a thought" });
    await world.app.saveDraft(writer, { channelId: channel, text: "half a thought" });
    const threadRootId = sent[0] as MessageId;
    await world.app.saveDraft(writer, { channelId: channel, threadRootId, text: "a reply" });
    expect(await world.app.listDrafts(writer.userId)).toMatchObject([
      { channelId: channel, threadRootId, text: "a reply" },
      { channelId: channel, text: "half a thought" },
    ]);
    await world.app.saveDraft(writer, { channelId: channel, text: " " });
    expect(await world.app.listDrafts(writer.userId)).toHaveLength(1);
    expect((await world.streams.read(writer.userId, 0n, 10)).entries).toHaveLength(4);
  });
});
