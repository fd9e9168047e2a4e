import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rangeOf } from "./byte-range.ts";

describe("the range that is asked for", () => {
  it.each([
    ["bytes=0-9", { first: 0, last: 9 }],
    ["bytes=90-", { first: 90, last: 99 }],
    ["bytes=90-1000", { first: 90, last: 99 }],
    ["bytes=-10", { first: 90, last: 99 }],
    ["bytes=-1000", { first: 0, last: 99 }],
    ["bytes=99-99", { first: 99, last: 99 }],
  ])("%s is a part", (header, range) => {
    expect(rangeOf(header, 100)).toEqual(range);
  });

  it.each(["bytes=100-", "bytes=1000-2000", "bytes=-0"])("%s is outside", (header) => {
    expect(rangeOf(header, 100)).toBe("outside");
  });

  it.each([undefined, "", "bytes=-", "bytes=9-1", "bytes=0-1,5-6", "lines=0-1", "bytes=a-b"])(
    "%s is answered by all",
    (header) => {
      expect(rangeOf(header, 100)).toBeUndefined();
    },
  );

  it("never leaves the file, whatever is asked", () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.nat(), fc.nat(1000), (text, from, to, size) => {
        for (const header of [text, `bytes=${from}-${to}`, `bytes=-${to}`, `bytes=${from}-`]) {
          const range = rangeOf(header, size);
          if (range === undefined || range === "outside") continue;
          expect(range.first).toBeGreaterThanOrEqual(0);
          expect(range.last).toBeGreaterThanOrEqual(range.first);
          expect(range.last).toBeLessThan(size);
        }
      }),
    );
  });
});
