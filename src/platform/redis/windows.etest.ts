import { Registry } from "prom-client";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type RunningEngine, startEngine } from "../../../tools/engines/index.ts";
import { createRateLimiter } from "../rpc/rate-limit.ts";
import { describeSharedWindows } from "../rpc/testing/windows-contract.ts";
import { countInMemory, takeOne } from "../rpc/windows.ts";
import { openRedis, type Redis } from "./redis.ts";
import { countInRedis } from "./windows.ts";

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

describeSharedWindows("in Redis", () => countInRedis(redis, countInMemory));

it("what a person may do in a second, and at once, is the same on however many servers", async () => {
  const allowance = { perSecond: 5, burst: 8 };
  const servers = [1, 2, 3].map(() =>
    createRateLimiter("shared", allowance, countInRedis(redis, countInMemory)),
  );
  const waits = await Promise.all(
    servers.flatMap((server) => Array.from({ length: 10 }, () => server.take("ada"))),
  );
  expect(waits.filter((wait) => wait === undefined)).toHaveLength(allowance.burst);
});

it("tries are counted in the other way while Redis is away", async () => {
  const window = countInRedis(redis, countInMemory)({ name: "away", tries: 2, seconds: 60 });
  await server.pause();
  const granted = [];
  for (let n = 0; n < 3; n++) granted.push((await takeOne(window, "ada")) === undefined);
  server.resume();
  expect(granted).toEqual([true, true, false]);
});
