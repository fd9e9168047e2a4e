import { describe, expect, it } from "vitest";
import { addressKey, createRateLimiter } from "./rate-limit.ts";

describe("an allowance", () => {
  it("lets a burst pass and then tells how long to wait", async () => {
    const limiter = createRateLimiter("person", { perSecond: 2, burst: 5 });
    const waits = await Promise.all([1, 2, 3, 4, 5, 6].map(() => limiter.take("ada")));
    expect(waits.slice(0, 5)).toEqual(Array(5).fill(undefined));
    expect(waits[5]).toBeGreaterThan(0);
    expect(waits[5]).toBeLessThanOrEqual(1_000);
  });

  it("is each one's own", async () => {
    const limiter = createRateLimiter("person", { perSecond: 1, burst: 1 });
    await limiter.take("ada");
    expect(await limiter.take("ada")).toBeGreaterThan(0);
    expect(await limiter.take("bob")).toBeUndefined();
  });
});

describe("an address", () => {
  it.each([
    ["192.0.2.7", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:db8::1", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
    ["2001:db8:1:2::", "2001:db8:1:2"],
    ["", ""],
  ])("%s counts as %s, because IPv6 customers own a network", (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});
