import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entryOf } from "../testing/entry.ts";
import { placesFor } from "./placing.ts";
import { sectionsOf } from "./sections.ts";

const section = (positions: readonly (number | undefined)[]) =>
  orderOf(positions.map((position, index) => entryOf(`chn_${index}`, { position })));
const orderOf = (entries: Parameters<typeof sectionsOf>[0]) =>
  sectionsOf(entries).find(({ id }) => id === "channels")?.entries ?? [];
const idsOf = (entries: ReturnType<typeof section>) => entries.map(({ id }) => id);

describe("a moved channel", () => {
  it("stands where it was put, whatever positions there were, and the others keep their order", () => {
    const position = fc.oneof(
      fc.constant(undefined),
      fc.integer({ min: 0, max: 3 }),
      fc.double({ noNaN: true, min: -1, max: 1 }),
    );
    fc.assert(
      fc.property(
        fc.array(position, { minLength: 1, maxLength: 12 }),
        fc.nat(),
        fc.nat(),
        (positions, a, b) => {
          const before = section(positions);
          const [from, to] = [a % before.length, b % before.length];
          const moved = before[from]?.id ?? "";
          const places = placesFor(before, moved, to);
          const after = orderOf(
            before.map((entry) => ({ ...entry, position: places.get(entry.id) ?? entry.position })),
          );
          expect(idsOf(after)).toEqual(idsOf(before).toSpliced(from, 1).toSpliced(to, 0, moved));
        },
      ),
    );
  });

  it("takes one position where its new neighbours have theirs", () => {
    expect(placesFor(section([1, 2, 3]), "chn_2", 1)).toEqual(new Map([["chn_2", 1.5]]));
    expect(placesFor(section([1, 2, undefined]), "chn_0", 1)).toEqual(new Map([["chn_0", 3]]));
    expect(placesFor(section([undefined, undefined]), "chn_1", 0)).toEqual(new Map([["chn_1", 0]]));
  });

  it("gives those before it a position where they had none", () => {
    expect(placesFor(section([undefined, undefined, undefined]), "chn_0", 1)).toEqual(
      new Map([
        ["chn_1", 1],
        ["chn_0", 2],
      ]),
    );
  });

  it("that stays where it is needs nothing", () => {
    expect(placesFor(section([1, 2]), "chn_0", 0).size).toBe(0);
    expect(placesFor(section([1, 2]), "chn_0", 2).size).toBe(0);
  });
});
