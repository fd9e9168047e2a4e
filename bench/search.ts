import { create } from "@bufbuild/protobuf";
import type { HandlerContext } from "@connectrpc/connect";
import { SearchMessagesRequestSchema, SearchSort } from "../gen/chatter/message/v1/search_pb.js";
import type { Actor } from "../src/kernel/actor.ts";
import { systemClock } from "../src/kernel/clock.ts";
import { createIds } from "../src/kernel/ids.ts";
import { createMessageModule, type MessageModule, type MessageSchema } from "../src/modules/message/index.ts";
import { openDatabase } from "../src/platform/postgres/database.ts";
import { createStreams } from "../src/platform/stream/streams.ts";
import type { BenchDatabase } from "./bench-database.ts";
import { callOf, handlersOf } from "./message-service.ts";
import { messageSiblings } from "./message-siblings.ts";
import { type Measurement, percentile, perSecond, rate } from "./report.ts";
import { corpus, type Place, writeMessages } from "./search-corpus.ts";

const MESSAGES = 1_000_000;
const CHANNELS = 200;
const PEOPLE = 300;
const QUERIES = 40;
const WRITES_PER_SECOND = 200;
const GOAL_MS = 100;

/** Each operator, over a million messages, while others write. */
export async function measureSearch({ url }: BenchDatabase, messages = MESSAGES): Promise<Measurement[]> {
  const onError = (): void => {};
  const database = openDatabase<MessageSchema>({ url, role: "chatter_message", connections: 10, onError });
  const streamDatabase = openDatabase<unknown>({ url, role: "chatter_stream", onError });
  const ids = createIds(systemClock);
  const place: Place = {
    channels: Array.from({ length: CHANNELS }, () => ids.next("chn")),
    people: Array.from({ length: PEOPLE }, () => ids.next("usr")),
  };
  const message = createMessageModule({
    ...messageSiblings,
    ...{ clock: systemClock, ids, database, streams: createStreams(streamDatabase) },
    readable: {
      ...messageSiblings.readable,
      readableBy: async () => place.channels.map((id, n) => ({ id, name: `channel-${n}`, people: [] })),
    },
    handles: { byHandle: async (_actor, handle) => place.people[Number(handle.slice("person-".length))] },
  });
  const [userId = ids.next("usr")] = place.people;
  const actor: Actor = { userId, orgId: ids.next("org"), scope: "full" };
  try {
    await writeMessages(database, place, messages);
    const began = performance.now();
    await message.search.rebuild();
    const built = perSecond(rate(messages, performance.now() - began));
    const search = searching(message, actor);
    message.search.feed.start();
    const stopWriting = write(message, place, actor);
    const measured: Measurement[] = [{ what: "search: messages indexed", figure: built }];
    try {
      measured.push(await measureLag(message, place, actor, search));
      for (const [name, query] of Object.entries(operators()))
        measured.push(await measure(name, query, search));
    } finally {
      await stopWriting();
      await message.search.feed.stop();
    }
    return measured;
  } finally {
    await Promise.all([database.close(), streamDatabase.close()]);
  }
}

type Search = (query: string, sort?: SearchSort) => Promise<number>;

function searching({ routes }: MessageModule, actor: Actor): Search {
  const { searchMessages } = handlersOf(routes);
  const context: HandlerContext = callOf(actor, "searchMessages");
  return async (query, sort = SearchSort.RELEVANCE) => {
    const request = create(SearchMessagesRequestSchema, { query, sort, timezone: "Europe/Berlin" });
    return (await searchMessages(request, context)).hits?.length ?? 0;
  };
}

/** A query of each kind, another one each time. */
function operators(): Record<string, (n: number) => string> {
  const { below, rare, word } = corpus(11);
  const day = (n: number) => new Date(Date.now() - (30 + 15 * n) * 86_400_000).toISOString().slice(0, 10);
  return {
    "a common word": (n) => ["the", "to", "server", "release", "error"][n % 5] ?? "",
    "a rare word": () => rare(20_000 + below(30_000)),
    "a word of nobody": (n) => `qzxw${n}`,
    "three words": () => `${rare(below(200))} ${rare(below(200))} the`,
    "a common phrase": () => '"of the"',
    "a phrase": () => `"${word()} ${rare(below(100))}"`,
    "an address": () => `10.${below(255)}.${below(255)}`,
    "a file": () => `-${below(5_000)}.json`.slice(1),
    "a beginning": () => rare(below(5_000)).slice(0, 4),
    "an inside": () => rare(5_000 + below(5_000)).slice(1, 6),
    Chinese: () => "数据库迁移",
    "a word less": () => `server -the -${word()}`,
    "from:": (n) => `from:person-${n}`,
    "from: and a word": (n) => `from:person-${n} release`,
    "in:": (n) => `in:#channel-${n} error`,
    "has:link": () => "has:link server",
    "has:code": () => "has:code",
    "has:reaction": () => "has:reaction the",
    "is:pinned": () => "is:pinned",
    "is:edited": () => "is:edited server",
    "mentions:me": () => "mentions:me",
    "before:": (n) => `before:${day(n)} the`,
    "after:": (n) => `after:${day(n)} ${rare(below(1_000))}`,
    "on:": (n) => `on:${day(n)} server`,
  };
}

async function measure(name: string, query: (n: number) => string, search: Search): Promise<Measurement> {
  const samples: number[] = [];
  let hits = 0;
  for (let n = 0; n < QUERIES; n++) {
    const began = performance.now();
    hits += await search(query(n), n % 2 === 0 ? SearchSort.RELEVANCE : SearchSort.NEWEST);
    samples.push(performance.now() - began);
  }
  const [p50, p95] = [percentile(samples, 0.5), percentile(samples, 0.95)];
  return {
    what: `search: ${name}, p95`,
    figure: `${p95.toFixed(1)} ms`,
    comparedWith: `p50 ${p50.toFixed(1)} ms, ${(hits / QUERIES).toFixed(1)} hits`,
    goal: `under ${GOAL_MS} ms`,
    reached: p95 < GOAL_MS,
  };
}

/** Sends evenly, until it is told to stop. */
function write(message: MessageModule, { channels }: Place, actor: Actor): () => Promise<void> {
  const { below, sentence } = corpus(13);
  const sending = new Set<Promise<unknown>>();
  let sent = 0;
  const began = performance.now();
  const timer = setInterval(() => {
    for (; sent < ((performance.now() - began) / 1000) * WRITES_PER_SECOND; sent++) {
      const channelId = channels[below(channels.length)];
      if (channelId === undefined) continue;
      const command = { channelId, clientId: `bench-${sent}`, text: sentence(), alsoInChannel: false };
      const send = message.send(actor, command).finally(() => sending.delete(send));
      sending.add(send);
    }
  }, 20);
  return async () => {
    clearInterval(timer);
    await Promise.all(sending);
  };
}

/** From the answer to a sender until others find the message. */
async function measureLag(
  message: MessageModule,
  { channels }: Place,
  actor: Actor,
  search: Search,
): Promise<Measurement> {
  const samples: number[] = [];
  const [channelId] = channels;
  if (channelId === undefined) throw new Error("there is no channel");
  for (let n = 0; n < 10; n++) {
    const text = `needle${n}inthehay`;
    await message.send(actor, { channelId, clientId: text, text, alsoInChannel: false });
    const sent = performance.now();
    while ((await search(text)) === 0) if (performance.now() - sent > 10_000) break;
    samples.push(performance.now() - sent);
  }
  const p95 = percentile(samples, 0.95);
  return {
    what: `search: until found, p95 of ${samples.length}`,
    figure: `${p95.toFixed(0)} ms`,
    comparedWith: `p50 ${percentile(samples, 0.5).toFixed(0)} ms`,
    goal: "under 1,000 ms",
    reached: p95 < 1_000,
  };
}
