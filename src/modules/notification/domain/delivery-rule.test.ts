import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runOf, told } from "../testing/runs.ts";
import { take } from "./delivery-rule.ts";
import { endOf } from "./stream.ts";

describe("the delivery rule", () => {
  it("takes what comes next, drops what is known, and sees a gap", () => {
    expect(told(take(4, runOf(4, 2)) as never)).toEqual([4, 5]);
    expect(told(take(4, runOf(2, 4)) as never)).toEqual([4, 5]);
    expect(take(4, runOf(1, 3))).toBe("known");
    expect(take(4, runOf(5, 1))).toBe("gap");
  });

  it("applies every entry once and in order, whatever is announced how often, if gaps are read", () => {
    const announcement = fc.record({
      first: fc.integer({ min: 1, max: 40 }),
      count: fc.integer({ min: 1, max: 6 }),
    });
    fc.assert(
      fc.property(fc.array(announcement), (announcements) => {
        const applied: number[] = [];
        let next = 1;
        for (const { first, count } of announcements) {
          const run = runOf(first, count);
          const taken = take(next, run);
          const news = taken === "gap" ? take(next, runOf(next, endOf(run) - next)) : taken;
          if (typeof news === "string") continue;
          applied.push(...told(news));
          next = endOf(news);
        }
        expect(applied).toEqual(Array.from({ length: next - 1 }, (_, n) => n + 1));
      }),
    );
  });
});
