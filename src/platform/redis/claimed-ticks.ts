import { setTimeout as pause } from "node:timers/promises";
import type { Job, TickRunner } from "../jobs/job.ts";
import type { Redis } from "./redis.ts";

/** How long the others leave a tick to who came first, unless they hear what became of it. */
const CLAIM_MS = 2_000;
const LOOK_AGAIN_MS = 100;
/** Clocks of servers may differ by so much; who comes later than that asks PostgreSQL. */
const SETTLED_SECONDS = 60;
const CLAIMED = "claimed";
const SETTLED = "settled";

/**
 * Has one of all processes ask the database for a tick, and tells the others when they need not. They believe it
 * only once the database knows of the tick: who claims it and dies, or cannot reach the database, leaves it to them
 * when the claim ends. While Redis does not answer all of them ask, and the database decides as ever.
 */
export function claimTicks(runs: TickRunner, redis: Redis): TickRunner {
  return {
    async runOnce(job, dueAt) {
      const tick = new Tick(redis, `jobs:${job.name}:${dueAt.getTime()}`);
      if (await tick.isSettled()) return "elsewhere";
      try {
        const where = await runs.runOnce(settling(tick, job), dueAt);
        if (where === "elsewhere") tick.settle();
        return where;
      } catch (error) {
        tick.leave();
        throw error;
      }
    },
  };
}

/** When a job is called, its tick has been recorded. */
function settling(tick: Tick, job: Job): Job {
  return {
    ...job,
    run() {
      tick.settle();
      return job.run();
    },
  };
}

// What Redis does not answer is counted by `redis`, and costs no more than a question to the database.
class Tick {
  readonly #redis: Redis;
  readonly #key: string;
  #settled = false;

  constructor(redis: Redis, key: string) {
    this.#redis = redis;
    this.#key = key;
  }

  /** True where another process has settled it. False for the first who asks, and where nobody can tell. */
  async isSettled(): Promise<boolean> {
    for (;;) {
      const before = await this.#claim().catch(() => null);
      if (before === null) return false;
      if (before === SETTLED) return true;
      await pause(LOOK_AGAIN_MS);
    }
  }

  /** The database knows of it. */
  settle(): void {
    this.#settled = true;
    const expiration = { type: "EX", value: SETTLED_SECONDS } as const;
    this.#redis.ask((client) => client.set(this.#key, SETTLED, { expiration })).catch(() => undefined);
  }

  /** Leaves it to the others, unless the database knows of it. */
  leave(): void {
    if (!this.#settled) this.#redis.ask((client) => client.del(this.#key)).catch(() => undefined);
  }

  /** What was there before; null where it is ours now. */
  #claim(): Promise<string | null> {
    const expiration = { type: "PX", value: CLAIM_MS } as const;
    return this.#redis.ask((client) =>
      client.set(this.#key, CLAIMED, { expiration, condition: "NX", GET: true }),
    );
  }
}
