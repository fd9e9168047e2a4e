import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Breaker } from "./breaker.ts";

const LIMIT_MS = 50;
const never = () => new Promise<never>(() => {});
const answers = async () => "answer";

let breaker: Breaker;
const told: boolean[] = [];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  told.length = 0;
  breaker = new Breaker(LIMIT_MS, (open) => told.push(open));
});
afterEach(() => vi.useRealTimers());

/** The engine does not answer in time. */
async function fail(): Promise<void> {
  const asked = breaker.run(never).catch(() => breaker.opened());
  await vi.advanceTimersByTimeAsync(LIMIT_MS);
  await asked;
}

describe("a breaker", () => {
  it("gives up a question after its limit", async () => {
    const asked = breaker.run(never).catch((error: Error) => error.message);
    await vi.advanceTimersByTimeAsync(LIMIT_MS);
    expect(await asked).toBe("no answer within 50 ms");
  });

  it("lets an answer count that was there when the time was up", async () => {
    const late = new Promise<string>((resolve) => {
      setTimeout(() => setImmediate(() => resolve("just in time")), LIMIT_MS);
    });
    const asked = breaker.run(() => late);
    await vi.advanceTimersByTimeAsync(LIMIT_MS);
    expect(await asked).toBe("just in time");
  });

  it("refuses at once while the engine is away, but for one question a second", async () => {
    await fail();
    await expect(breaker.run(answers)).rejects.toThrow("the engine is away");
    await vi.advanceTimersByTimeAsync(1_000);
    const probe = breaker.run(never).catch(() => "failed");
    await expect(breaker.run(answers)).rejects.toThrow("the engine is away");
    await vi.advanceTimersByTimeAsync(LIMIT_MS);
    expect(await probe).toBe("failed");
  });

  it("asks everything again after the first answer, and tells of both changes once", async () => {
    await fail();
    await fail();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await breaker.run(answers)).toBe("answer");
    expect(await breaker.run(answers)).toBe("answer");
    expect(told).toEqual([true, false]);
  });
});
