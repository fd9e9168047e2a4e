import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ChannelId, MessageId } from "../../kernel/ids.ts";
import { versionIn } from "./api/log-entry.ts";
import type { Histories, WholeMessage } from "./application/history.ts";
import type { MessageView } from "./application/ports.ts";
import { createHistories } from "./infrastructure/histories.ts";
import { createVersions } from "./infrastructure/versions.ts";
import { type History, histories, play } from "./testing/history.ts";
import { createMessageWorld, type MessageWorld } from "./testing/world.ts";

let world: MessageWorld;
let reading: Histories;
beforeAll(async () => {
  world = await createMessageWorld();
  const versions = createVersions({ ...world, versionIn });
  reading = createHistories({ database: world.database, versions });
});
afterAll(() => world.close());

/** Reads all, while something happens as soon as the reader has begun. */
async function readWhile(channel: ChannelId, happening: () => Promise<unknown>) {
  const messages: WholeMessage[] = [];
  let at = 0n;
  await reading.read(channel, {
    async begin(position) {
      at = position;
      await happening();
    },
    async page(page) {
      messages.push(...page);
    },
  });
  return { messages, at };
}

/** What is to be read: all that is there, and deleted roots whose replies are there. */
async function viewsOf({ targets, people }: History): Promise<readonly MessageView[]> {
  const [reader] = people;
  if (reader === undefined) return [];
  const views = await Promise.all(
    targets.map(({ messageId }) => world.app.getMessage(messageId, reader.userId)),
  );
  return views.filter(({ message }) => message.deletedAt === undefined || message.thread !== undefined);
}

/** Everything changes: each message, and another one is said. */
async function disturb({ channel, people, targets }: History): Promise<void> {
  const [somebody] = people;
  if (somebody === undefined) return;
  const clientId = world.clientId();
  await world.app.send(somebody, { channelId: channel, clientId, text: "later", alsoInChannel: false });
  for (const target of targets) {
    const changes = [
      world.app.addReaction(somebody, { ...target, emoji: "⏰" }),
      world.app.pin(somebody, target),
      world.app.edit(somebody, { ...target, text: "changed later" }),
      world.app.remove(somebody, target),
    ];
    await Promise.allSettled(changes);
  }
}

describe("reading a whole channel", () => {
  it("gives each message as it was at one position of the log, whatever happens meanwhile", async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (steps) => {
        const history = await play(world, steps);
        const before = await viewsOf(history);
        const head = BigInt((await world.log(history.channel)).length);

        const { messages, at } = await readWhile(history.channel, () => disturb(history));

        expect(at).toBe(head);
        const bySeq = messages.toSorted((a, b) => Number(a.message.seq - b.message.seq));
        expect(bySeq.map(({ message }) => message)).toEqual(before.map(({ message }) => message));
        const given = bySeq.map(({ reactions }) =>
          reactions.map(({ emoji, userIds }) => ({ emoji, userIds })),
        );
        expect(given).toEqual(
          before.map(({ reactions }) => reactions.map(({ emoji, userIds }) => ({ emoji, userIds }))),
        );
      }),
      { numRuns: 15 },
    );
  });

  it("gives a root before its replies, and what it said before", async () => {
    const [channelId, somebody] = [world.channel(), world.person()];
    const say = async (text: string, threadRootId?: MessageId) =>
      (
        await world.app.send(somebody, {
          channelId,
          clientId: world.clientId(),
          text,
          threadRootId,
          alsoInChannel: false,
        })
      ).messageId;
    const root = await say("first");
    const other = await say("another root");
    await say("a reply", root);
    await say("a reply to the other", other);
    await world.app.edit(somebody, { channelId, messageId: root, text: "second" });
    await world.app.edit(somebody, { channelId, messageId: root, text: "third" });

    const { messages } = await readWhile(channelId, async () => undefined);

    const places = new Map(messages.map(({ message }, index) => [message.id, index]));
    for (const { message } of messages) {
      if (message.threadRootId === undefined) continue;
      expect(places.get(message.threadRootId)).toBeLessThan(places.get(message.id) ?? 0);
    }
    const first = messages.find(({ message }) => message.id === root);
    expect(first?.earlier.map(({ text }) => text)).toEqual(["first", "second"]);
    expect(messages).toHaveLength(4);
  });
});
