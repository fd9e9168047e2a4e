import { randomUUID } from "node:crypto";
import { Registry } from "prom-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningEngine, startEngine } from "../../../tools/engines/index.ts";
import { createMigratedDatabase } from "../../app/testing/database.ts";
import type { TickRunner } from "../jobs/job.ts";
import { JobRuns } from "../jobs/job-runs.ts";
import { describeTicks, jobOf, tick } from "../jobs/testing/ticks-contract.ts";
import { type Database, openDatabase } from "../postgres/database.ts";
import { countStatements } from "../postgres/testing/counted.ts";
import type { TestDatabase } from "../postgres/testing/database.ts";
import { claimTicks } from "./claimed-ticks.ts";
import { openRedis, type Redis } from "./redis.ts";

let server: RunningEngine<{ readonly REDIS_URL: string }>;
let redis: Redis;
let created: TestDatabase;
let database: Database<unknown>;

beforeAll(async () => {
  server = await startEngine("redis");
  created = await createMigratedDatabase();
  database = openDatabase({ url: created.url, role: "chatter_jobs", connections: 10, onError: () => {} });
  const log = { warn: () => {}, info: () => {} };
  redis = await openRedis({ url: server.settings.REDIS_URL, prefix: "test:", log, metrics: new Registry() });
});
afterAll(async () => {
  await redis.close();
  await server.discard();
  await database.close();
  await created.drop();
});

const open = (): TickRunner => claimTicks(new JobRuns(database, randomUUID()), redis);
const nothing = async (): Promise<void> => {};

describeTicks("claimed in Redis", open);

describe("a tick that one process has claimed in Redis", () => {
  it("costs PostgreSQL what one process asks, however many there are", async () => {
    const asked = async (decorate: (runs: TickRunner) => TickRunner) => {
      const counted = countStatements(database);
      const processes = Array.from({ length: 4 }, () => decorate(new JobRuns(counted.database, "one")));
      const job = jobOf(randomUUID(), nothing);
      await Promise.all(processes.map((each) => each.runOnce(job, tick(1))));
      return counted.statements();
    };
    // Lock, record, end and unlock. Of the others each tries the lock, and has two more when it comes later.
    expect(await asked((runs) => claimTicks(runs, redis))).toBe(4);
    expect(await asked((runs) => runs)).toBeGreaterThanOrEqual(4 + 3);
  });

  it("is run by another one where that died before PostgreSQL knew of it", async () => {
    const job = jobOf(randomUUID(), nothing);
    const dies: TickRunner = { runOnce: () => new Promise(() => {}) };
    void claimTicks(dies, redis).runOnce(job, tick(1));
    const [one, two] = await Promise.all([open().runOnce(job, tick(1)), open().runOnce(job, tick(1))]);
    expect([one, two].toSorted()).toEqual(["elsewhere", "ran"]);
  });

  it("is left to the others at once where that cannot reach PostgreSQL", async () => {
    const job = jobOf(randomUUID(), nothing);
    const away: TickRunner = { runOnce: () => Promise.reject(new Error("PostgreSQL is away")) };
    await expect(claimTicks(away, redis).runOnce(job, tick(1))).rejects.toThrow("is away");
    expect(await open().runOnce(job, tick(1))).toBe("ran");
  });

  it("is run once while Redis hangs, dies, and comes back without its memory", {
    timeout: 60_000,
  }, async () => {
    const processes = [open(), open(), open()];
    const runs = new Map<number, number>();
    const name = randomUUID();
    const minutes = async (from: number, to: number) => {
      for (let minute = from; minute < to; minute++) {
        const job = jobOf(name, async () => void runs.set(minute, (runs.get(minute) ?? 0) + 1));
        await Promise.all(processes.map((each) => each.runOnce(job, tick(minute))));
      }
    };
    const disturbances = [
      () => server.pause(),
      async () => server.resume(),
      () => server.kill(),
      () => server.start(),
    ];
    for (const [n, disturb] of disturbances.entries()) {
      await Promise.all([minutes(20 * n, 20 * (n + 1)), disturb()]);
    }
    for (const each of processes) {
      expect(await each.runOnce(jobOf(name, nothing), tick(79))).toBe("elsewhere");
    }
    expect([...runs.values()]).toEqual(Array(80).fill(1));
  });
});
