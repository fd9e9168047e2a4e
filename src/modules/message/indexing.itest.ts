import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLog } from "../../platform/log/log.ts";
import { createFeed } from "./infrastructure/search/feed.ts";
import { indexLogs } from "./infrastructure/search/index-log.ts";
import { fillEmptyIndex, rebuildIndex } from "./infrastructure/search/rebuild-index.ts";
import { histories, play } from "./testing/history.ts";
import { createSearchWorld, type SearchWorld } from "./testing/search-world.ts";

let world: SearchWorld;
beforeAll(async () => {
  world = await createSearchWorld();
});
afterAll(() => world.close());

const rows = async (): Promise<readonly unknown[]> =>
  (
    await sql`select message_id, channel_id, at, lexemes::text from message.search order by 1`.execute(
      world.database.sql,
    )
  ).rows;
const progress = async (): Promise<readonly unknown[]> =>
  (await sql`select * from message.search_progress order by 1`.execute(world.database.sql)).rows;

/** Something that is only in the index for a moment is there for somebody: it is looked at after each entry. */
async function playWhileIndexing(steps: Parameters<typeof play>[1]) {
  const indexing: Promise<unknown>[] = [];
  const unsubscribe = world.streams.subscribe(({ stream }) => {
    if (stream.startsWith("chn_")) indexing.push(indexLogs(world.indexing, [stream as typeof channel]));
  });
  const { channel } = await play(world, steps);
  unsubscribe();
  await Promise.all(indexing);
  await world.index(channel);
}

describe("the index", () => {
  it("is the same whether it was fed entry by entry or is made anew from the messages", async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (steps) => {
        await playWhileIndexing(steps);
        const [fed, read] = [await rows(), await progress()];
        await rebuildIndex(world.indexing);
        expect(await rows()).toEqual(fed);
        expect(await progress()).toEqual(read);
      }),
      { numRuns: 15 },
    );
  });

  it("loses what was damaged, and nothing else, when it is made anew", async () => {
    const [ada, channel] = [world.person(), world.channel()];
    await world.say(ada, channel, "something to be found again");
    await world.index(channel);
    const good = await rows();
    await sql`update message.search set lexemes = '''0=wrong'''::tsvector`.execute(world.database.sql);
    await sql`insert into message.search values ('msg_nobody', 'chn_nowhere', now(), '')`.execute(
      world.database.sql,
    );
    await rebuildIndex(world.indexing);
    expect(await rows()).toEqual(good);
  });

  it("is made of what was said before there was one", async () => {
    const [ada, channel] = [world.person(), world.channel()];
    await world.say(ada, channel, "long ago");
    for (const table of ["search", "search_segments", "search_progress"])
      await sql`delete from ${sql.table(`message.${table}`)}`.execute(world.database.sql);
    expect(await fillEmptyIndex(world.indexing)).toBeGreaterThan(0);
    expect(await fillEmptyIndex(world.indexing)).toBe(0);
    world.readable.set(ada.userId, [{ id: channel, name: "", people: [] }]);
    expect(await world.texts(ada, "ago")).toEqual(["long ago"]);
  });

  it("loses nothing when its feed ends between the log and the index", async () => {
    const [ada, channel] = [world.person(), world.channel()];
    world.readable.set(ada.userId, [{ id: channel, name: "", people: [] }]);
    await world.say(ada, channel, "nobody heard of this");
    const feed = createFeed({ ...world.indexing, log: createLog({ level: "silent" }) });
    feed.start();
    await expect.poll(() => world.texts(ada, "nobody"), { timeout: 10_000 }).toHaveLength(1);
    await world.say(ada, channel, "but of this somebody did");
    await expect.poll(() => world.texts(ada, "somebody"), { timeout: 10_000 }).toHaveLength(1);
    await feed.stop();
  });

  it("says once that it cannot be written and once that it can again, and is written then", async () => {
    const [ada, channel] = [world.person(), world.channel()];
    world.readable.set(ada.userId, [{ id: channel, name: "", people: [] }]);
    const said: string[] = [];
    const log = createLog({ level: "info", destination: { write: (line) => said.push(line) } });
    let failures = 0;
    const decode: typeof world.indexing.decode = (entry) => {
      failures += 1;
      if (failures <= 3) throw new Error("the database is away");
      return world.indexing.decode(entry);
    };
    const feed = createFeed({ ...world.indexing, decode, log });
    feed.start();
    await world.say(ada, channel, "at last");
    await expect.poll(() => world.texts(ada, "last"), { timeout: 10_000 }).toHaveLength(1);
    await feed.stop();
    expect(said.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual([
      "messages could not be indexed; trying again",
      "messages are indexed again",
    ]);
  });

  it("takes the longest and strangest messages", async () => {
    const [ada, channel] = [world.person(), world.channel()];
    const letters = (count: number, from: number) =>
      Array.from({ length: count }, (_, n) => String.fromCodePoint(from + n)).join("");
    const nasty = [
      "a.b ".repeat(9_999),
      "aB".repeat(19_999),
      letters(12_000, 0x4e00),
      Array.from({ length: 5_000 }, (_, n) => `w${n}x`).join(" "),
      "'\\\\''&|!()<->:*'".repeat(2_000),
      "\ufdfa".repeat(10_000),
      `${"é".repeat(300)} \u{1d400}\u{10ffff}`,
    ];
    for (const text of nasty) await world.say(ada, channel, text);
    await world.index(channel);
    const { rows: kept } = await sql<{ n: number }>`
      select count(*)::int as n from message.search where channel_id = ${channel}`.execute(
      world.database.sql,
    );
    expect(kept[0]?.n).toBe(nasty.length);
  });
});
