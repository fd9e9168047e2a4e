import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../../kernel/actor.ts";
import type { ChannelId, MessageId } from "../../../kernel/ids.ts";
import { createMessageWorld, type MessageWorld } from "../testing/world.ts";
import { keepLatestPages, type PageCache } from "./latest-pages.ts";
import { createMessages } from "./messages.ts";

let world: MessageWorld;
let people: readonly [Actor, Actor];

beforeAll(async () => {
  world = await createMessageWorld();
  people = [world.person(), world.person()];
});
afterAll(() => world.close());

/** What is kept in memory, and how often that answered. */
function createMemoryCache(): PageCache & { readonly kept: Map<string, Buffer>; found: number } {
  const kept = new Map<string, Buffer>();
  return {
    kept,
    found: 0,
    async find(key) {
      const value = kept.get(key);
      if (value !== undefined) this.found += 1;
      return value;
    },
    keep: (key, value) => void kept.set(key, value),
  };
}

const say = (channelId: ChannelId, by: Actor, text: string) =>
  world.app.send(by, { channelId, clientId: world.clientId(), text, alsoInChannel: false });

/** Changes a channel as people do. */
async function act(channel: ChannelId, sent: MessageId[], { what, which, who }: Step): Promise<void> {
  const [by, messageId] = [people[who], sent[which % Math.max(1, sent.length)]];
  if (what === "say" || messageId === undefined) {
    sent.push((await say(channel, people[0], `number ${sent.length}`)).messageId);
    return;
  }
  const target = { channelId: channel, messageId };
  if (what === "react") await world.app.addReaction(by, { ...target, emoji: "👍" });
  if (what === "edit") await world.app.edit(people[0], { ...target, text: `edited ${which}` });
  if (what === "delete") {
    await world.app.remove(people[0], target);
    sent.splice(sent.indexOf(messageId), 1);
  }
}

const step = fc.record({
  what: fc.constantFrom("say", "react", "edit", "delete", "look"),
  which: fc.nat(20),
  who: fc.constantFrom(0, 1),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

describe("latest pages that are kept", () => {
  it("are what the database says at every moment, for every reader", async () => {
    const direct = createMessages(world.database);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 15 }), async (steps) => {
        const [channel, sent, cache] = [world.channel(), [] as MessageId[], createMemoryCache()];
        const { streams } = world;
        const servers = [0, 1].map(() => keepLatestPages({ messages: direct, streams, cache }));
        for (const each of steps) {
          await act(channel, sent, each);
          for (const { userId } of people) {
            const expected = await direct.page(channel, { kind: "latest" }, 5, userId);
            for (const server of servers) {
              expect(await server.page(channel, { kind: "latest" }, 5, userId)).toEqual(expected);
            }
          }
        }
      }),
      { numRuns: 12 },
    );
  });

  it("never lack what was acknowledged before they were asked for, however reads and writes overlap", async () => {
    const [channel, cache] = [world.channel(), createMemoryCache()];
    const direct = createMessages(world.database);
    const server = keepLatestPages({ messages: direct, streams: world.streams, cache });
    const read = () => server.page(channel, { kind: "latest" }, 50, people[0].userId);
    const over = new AbortController();
    const readers = [1, 2, 3, 4].map(async () => {
      while (!over.signal.aborted) await read();
    });
    for (let n = 0; n < 40; n++) {
      const { seq } = await say(channel, people[0], `${n}`);
      const page = await read();
      expect(page.head).toBeGreaterThanOrEqual(seq);
      expect(page.messages.at(-1)?.message.text).toBe(`${n}`);
    }
    over.abort();
    await Promise.all(readers);
    expect(cache.found).toBeGreaterThan(0);
  });

  it("are not kept where they do not name everybody who reacted", async () => {
    const [channel, cache] = [world.channel(), createMemoryCache()];
    const { messageId } = await say(channel, people[0], "everybody likes this");
    for (let n = 0; n < 21; n++) {
      await world.app.addReaction(world.person(), { channelId: channel, messageId, emoji: "👍" });
    }
    const server = keepLatestPages({
      messages: createMessages(world.database),
      streams: world.streams,
      cache,
    });
    await server.page(channel, { kind: "latest" }, 50, people[0].userId);
    expect(cache.kept.size).toBe(0);
  });
});
