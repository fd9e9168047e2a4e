import { randomBytes } from "node:crypto";
import { Registry } from "prom-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningEngine, startEngine } from "../../../tools/engines/index.ts";
import { openRedis, type Redis } from "./redis.ts";
import { createRedisCache } from "./redis-cache.ts";

let server: RunningEngine<{ readonly REDIS_URL: string }>;
let redis: Redis;

beforeAll(async () => {
  server = await startEngine("redis");
  const log = { warn: () => {}, info: () => {} };
  redis = await openRedis({ url: server.settings.REDIS_URL, prefix: "test:", log, metrics: new Registry() });
});
afterAll(async () => {
  await redis.close();
  await server.discard();
});

describe("a cache in Redis", () => {
  it("keeps bytes as they are, for its time", async () => {
    const [cache, bytes] = [createRedisCache(redis, "bytes", 1), randomBytes(10_000)];
    cache.keep("key", bytes);
    await expect.poll(() => cache.find("key")).toEqual(bytes);
    await expect.poll(() => cache.find("key"), { timeout: 5_000, interval: 100 }).toBeUndefined();
  });

  it("has nothing while Redis is away, and nobody fails by it", async () => {
    const cache = createRedisCache(redis, "away", 60);
    await server.kill();
    cache.keep("key", Buffer.from("value"));
    expect(await cache.find("key")).toBeUndefined();
    await server.start();
  });
});
