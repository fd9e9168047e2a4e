import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMigratedDatabase } from "../../app/testing/database.ts";
import { systemClock } from "../../kernel/clock.ts";
import { createIds } from "../../kernel/ids.ts";
import { type Database, openDatabase } from "../postgres/database.ts";
import { type Appended, createStreams, type StreamId, type Streams } from "./streams.ts";

const ids = createIds(systemClock);
let context: Database<unknown>;
let engine: Database<unknown>;
let streams: Streams;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await createMigratedDatabase();
  const open = (role: string) =>
    openDatabase<unknown>({
      url: database.url,
      role,
      onError: (error) => {
        throw error;
      },
    });
  context = open("chatter_message");
  engine = open("chatter_stream");
  streams = createStreams(engine);
  drop = database.drop;
});
afterAll(async () => {
  await context.close();
  await engine.close();
  await drop();
});

const bytes = (text: string) => new TextEncoder().encode(text);
const append = (...items: [StreamId, string][]) =>
  context.transaction((tx) =>
    streams.append(
      tx,
      items.map(([stream, text]) => ({ stream, entry: bytes(text) })),
    ),
  );
const texts = (page: Appended) => page.entries.map((entry) => Buffer.from(entry).toString());

describe("streams", () => {
  it("number each stream from 1 without a gap, whoever writes in whichever order", async () => {
    const names = Array.from({ length: 4 }, () => ids.next("chn"));
    const rounds = Array.from({ length: 60 }, (_, n) => {
      const order = n % 2 === 0 ? names : names.toReversed();
      return append(...order.map((name): [StreamId, string] => [name, `${n}`]));
    });
    await Promise.all(rounds);
    for (const name of names) {
      const page = await streams.read(name, 0n, 1000);
      expect(page).toMatchObject({ firstSeq: 1n, head: 60n });
      expect(new Set(texts(page)).size).toBe(60);
    }
  });

  it("take no number for what was rolled back", async () => {
    const name = ids.next("chn");
    await append([name, "a"]);
    const failed = context.transaction(async (tx) => {
      await streams.append(tx, [{ stream: name, entry: bytes("lost") }]);
      throw new Error("changed my mind");
    });
    await expect(failed).rejects.toThrow("changed my mind");
    expect(await append([name, "b"])).toEqual([2n]);
    expect(texts(await streams.read(name, 0n, 10))).toEqual(["a", "b"]);
  });

  it("announce after the commit only, each stream in order", async () => {
    const [one, two] = [ids.next("chn"), ids.next("usr")];
    const heard: Appended[] = [];
    const stop = streams.subscribe((appended) => heard.push(appended));
    await context.transaction(async (tx) => {
      await streams.append(
        tx,
        [one, two, one].map((stream, n) => ({ stream, entry: bytes(`${n}`) })),
      );
      expect(heard).toEqual([]);
    });
    stop();
    await append([one, "unheard"]);
    expect(heard.map((appended) => [appended.stream, appended.firstSeq, texts(appended)])).toEqual([
      [one, 1n, ["0", "2"]],
      [two, 1n, ["1"]],
    ]);
  });

  it("are read from a position on, with the head of the same moment", async () => {
    const name = ids.next("chn");
    await append(...Array.from({ length: 5 }, (_, n): [StreamId, string] => [name, `${n + 1}`]));
    const page = await streams.read(name, 2n, 2);
    expect([page.firstSeq, texts(page), page.head]).toEqual([3n, ["3", "4"], 5n]);
    expect(await streams.read(ids.next("chn"), 0n, 10)).toMatchObject({ entries: [], head: 0n });
    expect((await streams.read(name, 5n, 10)).entries).toEqual([]);
  });

  it("raise their epoch when they are fenced, and only then", async () => {
    const name = ids.next("chn");
    await append([name, "a"]);
    const before = (await streams.heads([name])).get(name);
    await context.transaction((tx) => streams.fence(tx, name));
    await append([name, "b"]);
    const after = (await streams.heads([name])).get(name);
    expect([before, after]).toEqual([
      { head: 1n, epoch: 0n },
      { head: 2n, epoch: 1n },
    ]);
  });

  it("make a writer wait for whoever locked the head, and see what they did", async () => {
    const name = ids.next("chn");
    const { promise: locked, resolve: tellLocked } = Promise.withResolvers<void>();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const first = context.transaction(async (tx) => {
      await streams.lock(tx, [name]);
      tellLocked();
      await released;
      return streams.append(tx, [{ stream: name, entry: bytes("first") }]);
    });
    await locked;
    const second = append([name, "second"]);
    release();
    expect([await first, await second]).toEqual([[1n], [2n]]);
  });

  it("keep the number of what was redacted, and none of its content", async () => {
    const name = ids.next("chn");
    await append([name, "fine"], [name, "secret"], [name, "fine too"]);
    await context.transaction((tx) => streams.redact(tx, name, [{ seq: 2n, entry: bytes("-") }]));
    expect(texts(await streams.read(name, 0n, 10))).toEqual(["fine", "-", "fine too"]);
  });

  it("cannot be read or written past their functions by a context", async () => {
    for (const table of ["heads", "entries"]) {
      await expect(
        context.sql
          .selectFrom(`stream.${table}` as never)
          .selectAll()
          .execute(),
      ).rejects.toMatchObject({ code: "42501" });
    }
  });
});
