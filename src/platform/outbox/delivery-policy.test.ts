import { describe, expect, it } from "vitest";
import { defaultPolicy } from "./delivery-policy.ts";

const longest = [1_000, 3_000, 9_000, 27_000, 81_000, 243_000, 300_000, 300_000];

describe("the pause before the next attempt", () => {
  it.each(longest.map((limitMs, index) => [index + 1, limitMs]))(
    "after attempt %i is between a half and the whole of %i ms",
    (attempt, limitMs) => {
      const pauses = Array.from({ length: 200 }, () => defaultPolicy.delayMs(attempt));
      expect(Math.max(...pauses)).toBeLessThanOrEqual(limitMs);
      expect(Math.min(...pauses)).toBeGreaterThanOrEqual(limitMs / 2);
    },
  );

  it("differs from delivery to delivery, so that they do not come back all at once", () => {
    expect(new Set(Array.from({ length: 20 }, () => defaultPolicy.delayMs(3))).size).toBeGreaterThan(1);
  });
});
