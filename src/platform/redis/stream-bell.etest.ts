import { Registry } from "prom-client";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { type RunningEngine, startEngine } from "../../../tools/engines/index.ts";
import { describeEventBusEngine } from "../outbox/testing/bell-contract.ts";
import { openShop, type Shop } from "../outbox/testing/shop.ts";
import { openRedis, type Redis } from "./redis.ts";
import { openStreamBell } from "./stream-bell.ts";

const log = { warn: () => {}, info: () => {} };
const opened: Redis[] = [];
let server: RunningEngine<{ readonly REDIS_URL: string }>;
let shop: Shop;

beforeAll(async () => {
  server = await startEngine("redis");
});
beforeEach(async () => {
  shop = await openShop();
});
afterEach(async () => {
  await shop.close();
  for (const redis of opened.splice(0)) await redis.close();
});
afterAll(async () => {
  await server.discard();
});

describeEventBusEngine("by Redis Streams", () => ({
  shop,
  async bell() {
    const redis = await openRedis({
      url: server.settings.REDIS_URL,
      prefix: "test:",
      log,
      metrics: new Registry(),
    });
    opened.push(redis);
    return openStreamBell(redis);
  },
  async interrupt() {
    await server.kill();
    await server.start();
  },
}));
