import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runOf, told } from "../testing/runs.ts";
import { endOf, pieces, slice } from "./stream.ts";

describe("a run", () => {
  it("is sliced by positions", () => {
    const run = runOf(5, 4);
    expect(told(slice(run, 6, 8))).toEqual([6, 7]);
    expect(slice(run, 5)).toBe(run);
    expect(slice(run, 9)).toEqual({ first: 9, entries: [] });
  });

  it("comes apart into pieces of about a size that make it whole again", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 50 })),
        fc.integer({ min: 1, max: 60 }),
        (sizes, most) => {
          const run = {
            first: 7,
            entries: sizes.map((size) => ({ bytes: new Uint8Array(size), meaning: undefined })),
          };
          const parts = [...pieces(run, most)];
          expect(parts.flatMap(({ entries }) => entries)).toEqual(run.entries);
          let next = run.first;
          for (const part of parts) {
            const bytes = part.entries.reduce((sum, entry) => sum + entry.bytes.length, 0);
            expect(part.first).toBe(next);
            expect(bytes <= most || part.entries.length === 1).toBe(true);
            next = endOf(part);
          }
        },
      ),
    );
  });
});
