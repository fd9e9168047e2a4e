import type { Clock } from "../clock.ts";

export interface TestClock extends Clock {
  advance(ms: number): void;
}

/** Time that passes only when a test says so. */
export function createTestClock(start = "2026-03-01T12:00:00Z"): TestClock {
  let at = new Date(start).getTime();
  return {
    now: () => new Date(at),
    advance(ms) {
      at += ms;
    },
  };
}
