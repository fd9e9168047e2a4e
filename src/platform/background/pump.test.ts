import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createPump } from "./pump.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** A pump whose step ends when it is told to. */
function openPump() {
  const steps: PromiseWithResolvers<void>[] = [];
  const pump = createPump(() => {
    const step = Promise.withResolvers<void>();
    steps.push(step);
    return step.promise;
  });
  const end = async (): Promise<void> => {
    steps.at(-1)?.resolve();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { pump, steps, end };
}

describe("a pump", () => {
  it("runs once more, and only once, for all wakes that come while it runs", async () => {
    const { pump, steps, end } = openPump();
    pump.wake();
    pump.wake();
    pump.wake();
    expect(steps).toHaveLength(1);
    await end();
    expect(steps).toHaveLength(2);
    await end();
    expect(steps).toHaveLength(2);
  });

  it("wakes by itself after the shortest pause it was given", async () => {
    const { pump, steps } = openPump();
    pump.wakeWithin(1_000);
    pump.wakeWithin(10);
    pump.wakeWithin(500);
    await vi.advanceTimersByTimeAsync(9);
    expect(steps).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(steps).toHaveLength(1);
  });

  it("runs no more after it was stopped, which waits for the step that runs", async () => {
    const { pump, steps, end } = openPump();
    pump.wake();
    pump.wake();
    pump.wakeWithin(10);
    const ended: string[] = [];
    const stop = async (): Promise<void> => {
      await pump.stop();
      ended.push("the pump");
    };
    const stopped = stop();
    await vi.advanceTimersByTimeAsync(100);
    ended.push("the step");
    await end();
    await stopped;
    expect(ended).toEqual(["the step", "the pump"]);
    pump.wake();
    expect(steps).toHaveLength(1);
  });
});
