import { Registry } from "prom-client";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type RunningEngine, startEngine } from "../../../tools/engines/index.ts";
import { EngineRefused } from "../../kernel/engine-refused.ts";
import { openRedis, type Redis } from "./redis.ts";

let server: RunningEngine<{ readonly REDIS_URL: string }>;
let redis: Redis;
const metrics = new Registry();
const log = { warn: vi.fn<() => void>(), info: vi.fn<() => void>() };

beforeAll(async () => {
  server = await startEngine("redis");
});
beforeEach(async () => {
  metrics.clear();
  redis = await openRedis({ url: server.settings.REDIS_URL, prefix: "test:", log, metrics });
});
afterEach(async () => {
  server.resume();
  await redis.close();
});
afterAll(async () => {
  await server.discard();
});

const ask = () => redis.ask((client) => client.incr("asked"));
const available = async () =>
  (await metrics.getSingleMetric("chatter_redis_available")?.get())?.values[0]?.value;

describe("a Redis", () => {
  it("is asked under a prefix of the installation", async () => {
    await redis.ask((client) => client.set("key", "here"));
    const other = await openRedis({
      url: server.settings.REDIS_URL,
      prefix: "other:",
      log,
      metrics: new Registry(),
    });
    expect(await other.ask((client) => client.get("key"))).toBeNull();
    await other.close();
  });

  it("that does not answer costs 50 ms once, and then nothing until it is asked again", async () => {
    await server.pause();
    await expect(ask()).rejects.toThrow("no answer within 50 ms");
    expect(await available()).toBe(0);
    for (let n = 0; n < 100; n++) await expect(ask()).rejects.toThrow("the engine is away");
    server.resume();
    await expect.poll(() => ask().then(available, available), { timeout: 5_000 }).toBe(1);
    await expect(ask()).resolves.toBeGreaterThan(0);
  });

  it("that was killed refuses at once, and serves again when it is back", async () => {
    await server.kill();
    await expect.poll(available).toBe(0);
    await expect(ask()).rejects.toThrow("the engine is away");
    await server.start();
    await expect.poll(available, { timeout: 5_000 }).toBe(1);
    expect(await ask()).toBe(1);
  });

  it("that refuses a command is not taken for one that is away", async () => {
    await expect(redis.ask((client) => client.sendCommand(["NONSENSE"]))).rejects.toThrow("unknown command");
    expect(await available()).toBe(1);
  });

  it("that cannot be reached, or lets nobody in, is refused by the name of its variable only", async () => {
    const open = (url: string) => openRedis({ url, prefix: "", log, metrics: new Registry() });
    await expect(open("redis://127.0.0.1:1")).rejects.toThrow(EngineRefused);
    await expect(open("redis://127.0.0.1:1")).rejects.toThrow(
      "REDIS_URL: no Redis answers there (ECONNREFUSED)",
    );
    const locked = open(server.settings.REDIS_URL.replace("redis://", "redis://somebody:hunter2@"));
    await expect(locked).rejects.toThrow("REDIS_URL: Redis does not let us in (WRONGPASS)");
    await expect(locked).rejects.not.toThrow(/hunter2/);
  });
});
