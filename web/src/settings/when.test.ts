import { describe, expect, it } from "vitest";
import { fromNow } from "./when.ts";

const now = new Date("2026-11-12T12:00:00Z");
const after = (ms: number) => fromNow(new Date(now.getTime() + ms), now);
const minute = 60_000;

describe("how far a moment is from now", () => {
  it("is told in the largest unit that it fills, rounded", () => {
    expect(after(-3 * minute)).toBe("3 minutes ago");
    expect(after(-119 * minute)).toBe("2 hours ago");
    expect(after(7 * 24 * 60 * minute - minute)).toBe("in 7 days");
  });

  it("is a word where the language has one", () => {
    expect(after(-20_000)).toBe("now");
    expect(after(-30 * 60 * minute)).toBe("yesterday");
  });
});
