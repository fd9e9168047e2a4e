import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMigratedDatabase } from "../../app/testing/database.ts";
import { type Database, openDatabase } from "../postgres/database.ts";
import type { TestDatabase } from "../postgres/testing/database.ts";
import type { JobRun } from "./job.ts";
import { JobHistory, type RunsAsked } from "./job-history.ts";
import { JobRuns } from "./job-runs.ts";
import { nextTick } from "./next-tick.ts";
import { describeTicks, jobOf, tick } from "./testing/ticks-contract.ts";

let created: TestDatabase;
let database: Database<unknown>;
let one: JobRuns;
let two: JobRuns;
let history: JobHistory;

beforeAll(async () => {
  created = await createMigratedDatabase();
  database = openDatabase({ url: created.url, role: "chatter_jobs", onError: () => {} });
  one = new JobRuns(database, "one");
  two = new JobRuns(database, "two");
  history = new JobHistory(database);
});
afterAll(async () => {
  await database.close();
  await created.drop();
});

describeTicks("on PostgreSQL alone", () => new JobRuns(database, randomUUID()));

describe("a job", () => {
  it("is said to run for as long as it does", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const slow = jobOf("slow", () => {
      begun.resolve();
      return promise;
    });
    const run = one.runOnce(slow, tick(1));
    await begun.promise;
    expect((await history.latest()).get("slow")).toMatchObject({ dueAt: tick(1), state: "running" });
    resolve();
    await run;
    expect((await history.latest()).get("slow")).toMatchObject({ state: "done" });
  });

  it("leaves a history: who ran it, when it ended, and what failed", async () => {
    const job = jobOf("fails", () => Promise.reject(new Error("no more paper")));
    await expect(two.runOnce(job, tick(9))).rejects.toThrow("no more paper");
    const [run] = await history.list({ limit: 1 });
    expect(run).toMatchObject({
      job: "fails",
      dueAt: tick(9),
      ranBy: "two",
      endedAt: expect.any(Date),
      state: "failed",
    });
    expect(run?.error).toContain("no more paper");
  });

  it("is run at the next tick after its process has died, and the history shows no end", async () => {
    await sql`insert into jobs.runs (job, due_at, ran_by) values ('dies', ${tick(20)}, 'dead')`.execute(
      database.sql,
    );
    const job = jobOf("dies", async () => {});
    expect(await one.runOnce(job, tick(20))).toBe("elsewhere");
    expect(await one.runOnce(job, tick(21))).toBe("ran");
    expect((await history.list({ limit: 2 })).map(({ state }) => state)).toEqual(["done", "lost"]);
  });

  it("has a history of its own, and one of what went wrong, in pages without a gap", async () => {
    for (const minute of [1, 2])
      await one.runOnce(
        jobOf("count", async () => {}),
        tick(minute),
      );
    const of = async (asked: Pick<RunsAsked, "job" | "troubled">) => {
      const found: JobRun[] = [];
      for (;;) {
        const page = await history.list({ ...asked, after: found.at(-1), limit: 1 });
        if (page.length === 0) return found;
        found.push(...page);
      }
    };
    expect(await of({})).toEqual(await history.list({ limit: 100 }));
    expect((await of({ job: "count" })).map(({ dueAt }) => dueAt)).toEqual([tick(2), tick(1)]);
    const troubled = (await of({ troubled: true })).map(({ job }) => job);
    expect(troubled.filter((job) => ["dies", "fails"].includes(job))).toEqual(["dies", "fails"]);
  });

  it("of long ago is forgotten", async () => {
    await sql`insert into jobs.runs (job, due_at, ran_by) values ('old', '2020-01-01', 'one')`.execute(
      database.sql,
    );
    await history.forgetOld();
    expect((await history.list({ limit: 100 })).map(({ job }) => job)).not.toContain("old");
  });

  it("is due next at the moment that its pattern names, in UTC", () => {
    const noon = new Date("2026-01-01T12:00:00Z");
    expect(nextTick({ schedule: "17 3 * * *" }, noon)).toEqual(new Date("2026-01-02T03:17:00Z"));
    expect(nextTick({ schedule: "0 0 31 2 *" }, noon)).toBeUndefined();
  });
});
