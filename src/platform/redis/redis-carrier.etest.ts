import { Registry } from "prom-client";
import { afterAll, afterEach, beforeAll } from "vitest";
import { type RunningEngine, startEngine } from "../../../tools/engines/index.ts";
import type { Carrier } from "../signals/carrier.ts";
import { describeCarrier } from "../signals/testing/carrier-contract.ts";
import { openRedis, type Redis } from "./redis.ts";
import { createRedisCarrier } from "./redis-carrier.ts";

const log = { warn: () => {}, info: () => {} };
let server: RunningEngine<{ readonly REDIS_URL: string }>;
const opened: Redis[] = [];

beforeAll(async () => {
  server = await startEngine("redis");
});
afterEach(async () => {
  for (const redis of opened.splice(0)) await redis.close();
});
afterAll(async () => {
  await server.discard();
});

/** Each with connections of its own, as in a process of its own. */
function carrier(): Carrier {
  const redis = openRedis({
    url: server.settings.REDIS_URL,
    prefix: "test:",
    log,
    metrics: new Registry(),
  }).then((it) => {
    opened.push(it);
    return it;
  });
  const made = redis.then(createRedisCarrier);
  return {
    longestBytes: 1024 * 1024,
    open: async (receive) => (await made).open(receive),
    send: async (texts) => (await made).send(texts),
    close: async () => (await redis).close(),
  };
}

describeCarrier("by Redis", () => ({
  carrier,
  async interrupt() {
    await server.kill();
    await server.start();
  },
}));
