import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "../../testing/any-text.ts";
import { daysOf } from "./days.ts";
import { expressionOf, wantedOf } from "./expression.ts";
import { parseQuery } from "./query.ts";

// A Saturday, still Friday in New York.
const asked = { now: new Date("2026-11-21T02:00:00Z"), timezone: "Europe/Berlin" };
const read = (query: string) =>
  parseQuery(query, asked).map(({ start: _start, end: _end, ...condition }) => condition);
const days = (word: string, timezone = "Europe/Berlin") => {
  const span = daysOf(word, { ...asked, timezone });
  return span && [span.from.toISOString(), span.to.toISOString()];
};

describe("a query", () => {
  it("is words, phrases and conditions, each also negated", () => {
    const words = { kind: "text", quoted: false, open: false };
    expect(read('release -draft "brown fox" from:@ada -has:link')).toEqual([
      { ...words, text: "release", negated: false },
      { ...words, text: "draft", negated: true },
      { ...words, text: "brown fox", quoted: true, negated: false },
      { kind: "from", name: "ada", negated: false },
      { kind: "feature", feature: "link", negated: true },
    ]);
  });

  it("takes what is no condition for words", () => {
    for (const query of ["http://x", "foo:bar", "has:wings", "before:2026-02-31", "-", "--force", ":", "is:"])
      expect(read(query).every(({ kind }) => kind === "text")).toBe(true);
  });

  it("asks for nothing where something is still to come", () => {
    for (const query of ["from:", "in:", "-from:", "from:@", "on:", '""', '"'])
      expect(read(query)).toEqual([]);
  });

  it("names channels, conversations and ids", () => {
    expect(
      read("in:#general in:@ben in:chn_1").map((place) => "name" in place && [place.kind, place.name]),
    ).toEqual([
      ["in", "general"],
      ["with", "ben"],
      ["in", "chn_1"],
    ]);
  });

  it("is read whatever it is, piece after piece, and can be looked for", () => {
    const stem = (word: string) => word;
    const pieces = fc.array(
      fc.oneof(
        anyText,
        fc.constantFrom(
          '"',
          "-",
          "from:",
          "in:#",
          "has:",
          "on:",
          "“",
          "「",
          " ",
          "*",
          "\u0000",
          "\\",
          "'",
          "<->",
        ),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const query = parts.join("");
        let end = 0;
        for (const condition of parseQuery(query, asked)) {
          expect(condition.start).toBeGreaterThanOrEqual(end);
          expect(condition.end).toBeGreaterThan(condition.start);
          ({ end } = condition);
          if (condition.kind === "text") expressionOf(wantedOf(condition), "inside", stem);
        }
        expect(end).toBeLessThanOrEqual(query.length);
      }),
      { numRuns: 500 },
    );
  });

  it("of ten thousand characters is read at once", () => {
    for (const unit of ['"', "-", "from:", 'in:"', "a", " -", "::", "“"]) {
      const before = process.cpuUsage();
      parseQuery(unit.repeat(10_000 / unit.length), asked);
      expect(process.cpuUsage(before).user).toBeLessThan(500_000);
    }
  });
});

describe("days", () => {
  it("begin where somebody asks", () => {
    expect(days("2026-11-21")).toEqual(["2026-11-20T23:00:00.000Z", "2026-11-21T23:00:00.000Z"]);
    expect(days("today")).toEqual(["2026-11-20T23:00:00.000Z", "2026-11-21T23:00:00.000Z"]);
    expect(days("today", "America/New_York")).toEqual([
      "2026-11-20T05:00:00.000Z",
      "2026-11-21T05:00:00.000Z",
    ]);
    expect(days("today", "Nowhere/Land")).toEqual(["2026-11-21T00:00:00.000Z", "2026-11-22T00:00:00.000Z"]);
  });

  it("are as long as the clock makes them", () => {
    expect(days("2026-03-29")).toEqual(["2026-03-28T23:00:00.000Z", "2026-03-29T22:00:00.000Z"]);
  });

  it("have names, and are counted back", () => {
    expect(days("monday", "UTC")).toEqual(["2026-11-16T00:00:00.000Z", "2026-11-17T00:00:00.000Z"]);
    expect(days("last week", "UTC")).toEqual(["2026-11-09T00:00:00.000Z", "2026-11-16T00:00:00.000Z"]);
    expect(days("2026-10", "UTC")).toEqual(["2026-10-01T00:00:00.000Z", "2026-11-01T00:00:00.000Z"]);
    expect(days("7d", "UTC")).toEqual(["2026-11-14T00:00:00.000Z", "2026-11-15T00:00:00.000Z"]);
    expect(days("0000-00-00")).toBeUndefined();
  });
});
