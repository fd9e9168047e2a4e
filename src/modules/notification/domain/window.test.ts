import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numbered, told } from "../testing/runs.ts";
import { Window } from "./window.ts";

const filled = (count: number, limits = { entries: 5, bytes: 100 }, size = 1) => {
  const window = new Window(1, limits);
  for (let seq = 1; seq <= count; seq++) window.push(numbered(seq, size));
  return window;
};

describe("a window", () => {
  it("keeps the latest entries, up to a number and a size", () => {
    expect([filled(3).oldest, filled(3).next]).toEqual([1, 4]);
    expect([filled(9).oldest, filled(9).next]).toEqual([5, 10]);
    expect(filled(9, { entries: 100, bytes: 20 }, 6).oldest).toBe(7);
    expect(filled(9, { entries: 100, bytes: 20 }, 6).bytes).toBe(18);
  });

  it("answers the entries between two positions, or that some are gone", () => {
    const window = filled(9);
    expect(told(window.between(6, 9))).toEqual([6, 7, 8]);
    expect(told(window.between(10, 10))).toEqual([]);
    expect(window.between(4, 9)).toBeUndefined();
  });

  it("does not let what was answered change later", () => {
    const window = filled(5);
    const run = window.between(1, 6);
    window.push(numbered(6));
    expect(told(run)).toEqual([1, 2, 3, 4, 5]);
  });

  it("keeps nothing of an entry that is larger than it", () => {
    const window = filled(1, { entries: 5, bytes: 10 }, 11);
    expect([window.oldest, window.next, window.bytes]).toEqual([2, 2, 0]);
  });

  it("forgets entries before a position", () => {
    const window = filled(5);
    window.forget(4);
    expect([window.oldest, window.bytes]).toEqual([4, 2]);
    window.forget(100);
    expect([window.oldest, window.next, window.bytes]).toEqual([6, 6, 0]);
  });

  it("always holds an unbroken end of the stream", () => {
    const limits = fc.record({
      entries: fc.integer({ min: 1, max: 8 }),
      bytes: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(limits, fc.array(fc.integer({ min: 0, max: 12 })), (bounds, sizes) => {
        const window = new Window(1, bounds);
        for (const [index, size] of sizes.entries()) {
          window.push(numbered(index + 1, size));
          const run = window.between(window.oldest, window.next);
          expect(run?.entries.length).toBe(window.next - window.oldest);
          expect(window.next).toBe(index + 2);
          expect(window.bytes).toBeLessThanOrEqual(bounds.bytes);
        }
      }),
    );
  });
});
