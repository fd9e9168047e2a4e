import { setTimeout as wait } from "node:timers/promises";
import { createClient } from "@redis/client";
import { Registry } from "prom-client";
import { openRedis } from "../src/platform/redis/redis.ts";
import { createRedisCarrier } from "../src/platform/redis/redis-carrier.ts";
import type { Carrier } from "../src/platform/signals/carrier.ts";
import { createPostgresCarrier } from "../src/platform/signals/postgres-carrier.ts";
import { createSignals } from "../src/platform/signals/signals.ts";
import { startEngine } from "../tools/engines/index.ts";
import type { BenchDatabase } from "./bench-database.ts";
import { type Measurement, percentile } from "./report.ts";

const PER_SECOND = 2_000;
const ROUNDS = 7;
const TURN_MS = 5;
const MOST_MS = 5;
const log = { warn: () => {}, info: () => {} };

/**
 * From a commit being announced to another server having heard of it, against bare publishing at the same
 * pace. In turns, so that what else the machine does meets all of them.
 */
export async function measureSignals({ url }: BenchDatabase): Promise<Measurement[]> {
  const redis = await startEngine("redis");
  const lanes = [
    await bareLane(redis.settings.REDIS_URL),
    await signalsLane(() => redisCarrier(redis.settings.REDIS_URL)),
    await signalsLane(async () => createPostgresCarrier({ url, role: "none", log })),
  ];
  const rounds: number[][] = lanes.map(() => []);
  for (let round = -1; round < ROUNDS; round++) {
    for (const [index, lane] of lanes.entries()) {
      const p99 = percentile(await lane.round(), 0.99);
      // The first round warms up.
      if (round >= 0) rounds[index]?.push(p99);
    }
  }
  for (const lane of lanes) await lane.close();
  await redis.discard();
  const [bare = 0, byRedis = 0, byPostgres = 0] = rounds.map((p99s) => percentile(p99s, 0.5));
  return [
    {
      what: `signal to another server by Redis, ${PER_SECOND} a second`,
      figure: `p99 ${byRedis.toFixed(1)} ms; by NOTIFY ${byPostgres.toFixed(1)} ms`,
      comparedWith: `bare PUBLISH p99 ${bare.toFixed(1)} ms: ${(byRedis - bare).toFixed(1)} ms more`,
      goal: `< ${MOST_MS} ms more`,
      reached: byRedis - bare < MOST_MS,
    },
  ];
}

interface Lane {
  /** The delays of one round, in milliseconds. */
  round(): Promise<number[]>;
  close(): Promise<unknown>;
}

async function bareLane(url: string): Promise<Lane> {
  const [sender, receiver] = [createClient({ url }), createClient({ url })];
  await Promise.all([sender.connect(), receiver.connect()]);
  let found = new Found();
  await receiver.subscribe("bench", (text) => found.add(JSON.parse(text)));
  return {
    round() {
      found = new Found();
      return found.after(atPace((message) => void sender.publish("bench", JSON.stringify(message))));
    },
    async close() {
      sender.destroy();
      receiver.destroy();
    },
  };
}

async function redisCarrier(url: string): Promise<Carrier> {
  const redis = await openRedis({ url, prefix: "bench:", log, metrics: new Registry() });
  return { ...createRedisCarrier(redis), close: redis.close };
}

async function signalsLane(carrier: () => Promise<Carrier>): Promise<Lane> {
  const open = async () => createSignals({ carriers: [await carrier()], log, metrics: new Registry() });
  const [here, there] = [await open(), await open()];
  await Promise.all([here.start(), there.start()]);
  let found = new Found();
  there.topic<Message>("bench").subscribe((message) => found.add(message));
  const topic = here.topic<Message>("bench");
  return {
    round() {
      found = new Found();
      return found.after(atPace(topic.publish));
    },
    close: () => Promise.all([here.stop(), there.stop()]),
  };
}

interface Message {
  readonly n: number;
  readonly at: number;
  /** As long as the announcement of a message. */
  readonly filling: string;
}

class Found {
  readonly #delays: number[] = [];
  readonly #all = Promise.withResolvers<void>();

  add({ n, at }: Message): void {
    this.#delays.push(performance.now() - at);
    if (n === PER_SECOND - 1) this.#all.resolve();
  }

  async after(publishing: Promise<void>): Promise<number[]> {
    await publishing;
    await this.#all.promise;
    return this.#delays;
  }
}

/** For a second. */
async function atPace(publish: (message: Message) => void): Promise<void> {
  const began = performance.now();
  const filling = "x".repeat(300);
  for (let n = 0; n < PER_SECOND; ) {
    const due = ((performance.now() - began) * PER_SECOND) / 1000;
    for (; n < due && n < PER_SECOND; n++) publish({ n, at: performance.now(), filling });
    await wait(TURN_MS);
  }
}
