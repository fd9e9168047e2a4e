import { describe, expect, it } from "vitest";
import { TokenBucket } from "./token-bucket.ts";

describe("a token bucket", () => {
  it("lets a burst through, then as much as it earns", () => {
    const bucket = new TokenBucket({ perSecond: 10, burst: 3 }, 0);
    expect([1, 1, 1, 1].map((cost) => bucket.spend(cost, 0))).toEqual([true, true, true, false]);
    expect(bucket.spend(1, 99)).toBe(false);
    expect(bucket.spend(1, 100)).toBe(true);
  });

  it("never saves up more than a burst", () => {
    const bucket = new TokenBucket({ perSecond: 10, burst: 3 }, 0);
    expect(bucket.spend(4, 60_000)).toBe(false);
    expect(bucket.spend(3, 60_000)).toBe(true);
  });
});
