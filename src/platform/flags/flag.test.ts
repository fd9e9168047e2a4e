import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createIds } from "../../kernel/ids.ts";
import { isOnFor } from "./flag.ts";

const ids = createIds({ now: () => new Date() });
const people = Array.from({ length: 1_000 }, () => ids.next("usr"));
const share = (percent: number) => ({ percent, onFor: [], offFor: [] });
const those = (flag: string, percent: number) =>
  people.filter((userId) => isOnFor(flag, userId, share(percent)));

describe("a flag", () => {
  it("is on for nobody at 0 %, and for everybody at 100 %", () => {
    expect(those("a", 0)).toEqual([]);
    expect(those("a", 100)).toEqual(people);
  });

  it("is on for about its share of the people", () => {
    for (const percent of [1, 25, 50, 90]) {
      expect(Math.abs(those("a", percent).length / people.length - percent / 100)).toBeLessThan(0.08);
    }
  });

  it("stays on for whom it was on when its share grows", () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), fc.constantFrom(...people), (one, other, userId) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        return !isOnFor("a", userId, share(less)) || isOnFor("a", userId, share(more));
      }),
    );
  });

  it("begins with other people than another flag", () => {
    const both = new Set(those("a", 10)).intersection(new Set(those("b", 10)));
    expect(both.size).toBeLessThan(people.length * 0.03);
  });

  it("is as was decided about a person by name, whatever the share", () => {
    const [on, off] = [ids.next("usr"), ids.next("usr")];
    const rollout = { onFor: [on], offFor: [off] };
    expect(isOnFor("a", on, { ...rollout, percent: 0 })).toBe(true);
    expect(isOnFor("a", off, { ...rollout, percent: 100 })).toBe(false);
  });
});
