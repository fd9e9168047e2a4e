import type { TickRunner } from "../platform/jobs/job.ts";
import { JobRuns } from "../platform/jobs/job-runs.ts";
import type { Cache } from "../platform/redis/redis-cache.ts";
import { answerInFront } from "../platform/rpc/answers-in-front.ts";
import type { CallPolicyOptions } from "../platform/rpc/call-policy.ts";
import { forgetCalls } from "../platform/rpc/forget-calls.ts";
import { createPostgresIdempotencyStore, nameAnswers } from "../platform/rpc/postgres-idempotency-store.ts";
import { countRefusals } from "../platform/rpc/window-metrics.ts";
import { countInMemory, countInPostgres, type OpenWindow } from "../platform/rpc/windows.ts";
import type { Config } from "./config.ts";
import type { Engines } from "./engines.ts";

/** Each tick in one of all processes; with Redis, the others need not ask the database for it. */
export async function openTicks({ jobs, redis }: Engines, process: string): Promise<TickRunner> {
  const runs = new JobRuns(jobs.database, process);
  if (redis === undefined) return runs;
  const { claimTicks } = await import("../platform/redis/claimed-ticks.ts");
  return claimTicks(runs, redis);
}

// What was deleted is not served from a page that is kept, and is gone from there after this time as well.
const PAGES_SECONDS = 60;

// Who repeats a call does so within minutes; what comes later is answered by PostgreSQL, for a day.
const ANSWERS_SECONDS = 3_600;

/** What servers remember together. */
export interface Memory {
  readonly policy: Pick<CallPolicyOptions, "counting" | "idempotency">;
  /** What strangers try: counted in PostgreSQL while Redis is away, so that nobody gets more tries by that. */
  readonly attempts: OpenWindow;
  /** Latest pages, kept for all servers; absent without Redis. */
  readonly pages: Cache | undefined;
  forget(): Promise<void>;
}

/** In this process, unless there may be others; then in PostgreSQL, and what is counted often in Redis. */
export async function openMemory(
  config: Config,
  { database, redis, log, metrics }: Engines,
): Promise<Memory> {
  const calls = database("calls");
  const several = config.databaseUrl !== undefined;
  const counted = countRefusals(metrics);
  const attempts = several ? countInPostgres(calls) : countInMemory;
  const forget = () => forgetCalls(calls);
  const answers = several ? createPostgresIdempotencyStore({ database: calls, log }) : undefined;
  if (redis === undefined) {
    const policy = { counting: counted(countInMemory), ...(answers && { idempotency: answers }) };
    return { policy, attempts: counted(attempts), forget, pages: undefined };
  }
  const { createRedisCache } = await import("../platform/redis/redis-cache.ts");
  const { countInRedis } = await import("../platform/redis/windows.ts");
  const counting = counted(countInRedis(redis, countInMemory));
  const inFront = createRedisCache(redis, await nameAnswers(calls), ANSWERS_SECONDS);
  return {
    policy: { counting, ...(answers && { idempotency: answerInFront(answers, inFront) }) },
    attempts: counted(countInRedis(redis, attempts)),
    pages: createRedisCache(redis, "pages", PAGES_SECONDS),
    forget,
  };
}
