import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createIds, isId, parseId, timeOfId } from "./ids.ts";

const at = (seconds: number) => createIds({ now: () => new Date(seconds * 1000) });
const second = fc.integer({ min: 1_400_000_001, max: 4_000_000_000 });

describe("ids", () => {
  it("sort by the second in which they were made", () => {
    fc.assert(
      fc.property(second, second, (a, b) => {
        fc.pre(a < b);
        expect(at(a).next("msg") < at(b).next("msg")).toBe(true);
      }),
    );
  });

  it("tell the second in which they were made", () => {
    fc.assert(
      fc.property(second, (s) => {
        expect(timeOfId(at(s).next("usr"))).toEqual(new Date(s * 1000));
      }),
    );
  });

  it("are accepted only with their own prefix and 27 base62 digits", () => {
    const id = at(1_700_000_000).next("chn");
    expect(parseId("chn", id)).toBe(id);
    for (const text of [
      "",
      "chn_",
      id.slice(0, -1),
      `${id}0`,
      id.replace("chn", "usr"),
      `${id.slice(0, -1)}-`,
    ]) {
      expect(isId("chn", text)).toBe(false);
      expect(() => parseId("chn", text)).toThrow("not well formed");
    }
  });

  it("do not repeat", () => {
    const ids = at(1_700_000_000);
    expect(new Set(Array.from({ length: 10_000 }, () => ids.next("msg"))).size).toBe(10_000);
  });
});
