import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { Registry } from "prom-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningEngine, startEngine } from "../../../tools/engines/index.ts";
import { createMigratedDatabase } from "../../app/testing/database.ts";
import { type Database, openDatabase } from "../postgres/database.ts";
import { countStatements } from "../postgres/testing/counted.ts";
import type { TestDatabase } from "../postgres/testing/database.ts";
import { openRedis, type Redis } from "../redis/redis.ts";
import { createRedisCache } from "../redis/redis-cache.ts";
import { answerInFront } from "./answers-in-front.ts";
import type { IdempotencyStore, StoredAnswer } from "./idempotency-store.ts";
import { createPostgresIdempotencyStore } from "./postgres-idempotency-store.ts";
import { describeIdempotencyStore, first } from "./testing/idempotency-contract.ts";

let server: RunningEngine<{ readonly REDIS_URL: string }>;
let redis: Redis;
let created: TestDatabase;
let database: Database<unknown>;
const log = { warn: () => {}, info: () => {} };
const answer: StoredAnswer = { message: Buffer.from("a secret answer"), headers: [] };

beforeAll(async () => {
  server = await startEngine("redis");
  created = await createMigratedDatabase();
  database = openDatabase({ url: created.url, role: "chatter_calls", connections: 10, onError: () => {} });
  redis = await openRedis({ url: server.settings.REDIS_URL, prefix: "test:", log, metrics: new Registry() });
});
afterAll(async () => {
  await redis.close();
  await server.discard();
  await database.close();
  await created.drop();
});

const openStore = (on = database, leaseMs = 10_000): IdempotencyStore =>
  answerInFront(
    createPostgresIdempotencyStore({ database: on, log, leaseMs }),
    createRedisCache(redis, "answers", 60),
  );
const inRedis = () => redis.ask((client) => client.keys("test:answers:*"));

describeIdempotencyStore("in Redis in front of PostgreSQL", () => openStore());

describe("an answer in front of PostgreSQL", () => {
  it("is given again by any server, and PostgreSQL is not asked", async () => {
    const counted = countStatements(database);
    const key = randomUUID();
    const before = (await inRedis()).length;
    await first(await openStore(counted.database).claim(key, "request")).keep(answer);
    expect(counted.statements()).toBe(2);
    await expect.poll(async () => (await inRedis()).length).toBe(before + 1);
    expect((await openStore(counted.database).claim(key, "request")).kind).toBe("repeated");
    expect(counted.statements()).toBe(2);
    const plain = createPostgresIdempotencyStore({ database: counted.database, log });
    expect((await plain.claim(key, "request")).kind).toBe("repeated");
    expect(counted.statements()).toBe(4);
  });

  it("cannot be read without the request", async () => {
    const [key, before] = [randomUUID(), new Set(await inRedis())];
    await first(await openStore().claim(key, "request")).keep(answer);
    await expect.poll(async () => (await inRedis()).length).toBe(before.size + 1);
    const [place = ""] = (await inRedis()).filter((each) => !before.has(each));
    const kept = await redis.ask((client) => client.get(place.slice("test:".length)));
    expect(kept).not.toContain("secret answer");
    expect(kept).not.toContain(Buffer.from("a secret answer").toString("base64"));
    expect(place).not.toContain(key);
  });

  it("is the one that PostgreSQL has, not that of a server whose lease had ended", async () => {
    const [slow, other, key] = [openStore(), openStore(), randomUUID()];
    const late = first(await slow.claim(key, "request"));
    await sql`update calls.answers set leased_until = now() - interval '1 s' where leased_until is not null`.execute(
      database.sql,
    );
    const taken = first(await other.claim(key, "request"));
    expect(await late.keep({ ...answer, message: Buffer.from("of the slow one") })).toBe(false);
    expect(await taken.keep(answer)).toBe(true);
    for (const each of [slow, other]) {
      const repeated = await each.claim(key, "request");
      expect(repeated.kind === "repeated" && Buffer.from(repeated.answer.message).toString()).toBe(
        "a secret answer",
      );
    }
  });

  it("that somebody else has changed there counts for nothing", async () => {
    const [key, before] = [randomUUID(), new Set(await inRedis())];
    await first(await openStore().claim(key, "request")).keep(answer);
    await expect.poll(async () => (await inRedis()).length).toBe(before.size + 1);
    const [place = ""] = (await inRedis()).filter((each) => !before.has(each));
    await redis.ask((client) => client.set(place.slice("test:".length), "something else"));
    expect((await openStore().claim(key, "request")).kind).toBe("repeated");
  });
});

it("nothing is done twice while Redis hangs, dies, and comes back without its memory", {
  timeout: 60_000,
}, async () => {
  const servers = [openStore(), openStore(), openStore()];
  const done = new Map<string, number>();
  const answers = new Map<string, Set<string>>();
  const call = async (store: IdempotencyStore, key: string) => {
    const claim = await store.claim(key, `request ${key}`);
    if (claim.kind === "reused") throw new Error("nobody else asked under this key");
    const given =
      claim.kind === "repeated" ? claim.answer : { message: Buffer.from(randomUUID()), headers: [] };
    if (claim.kind === "first") {
      done.set(key, (done.get(key) ?? 0) + 1);
      await claim.keep(given);
    }
    answers.set(key, (answers.get(key) ?? new Set()).add(Buffer.from(given.message).toString()));
  };
  const everywhere = (key: string) => Promise.all(servers.map((store) => call(store, key)));
  const disturbances = [
    () => server.pause(),
    async () => server.resume(),
    () => server.kill(),
    () => server.start(),
  ];
  const keys: string[] = [];
  for (const disturb of disturbances) {
    const round = Array.from({ length: 15 }, () => randomUUID());
    keys.push(...round);
    const calls = async () => {
      for (const key of round) await everywhere(key);
    };
    await Promise.all([calls(), disturb()]);
  }
  for (const key of keys) await everywhere(key);
  expect([...done.values()]).toEqual(Array(60).fill(1));
  expect([...answers.values()].map(({ size }) => size)).toEqual(Array(60).fill(1));
});
