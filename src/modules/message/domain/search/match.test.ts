import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "../../testing/any-text.ts";
import { wantedOf } from "./expression.ts";
import { match } from "./match.ts";
import { tokenise } from "./tokens.ts";

/** As good as a stemmer: takes the end of a word off. */
const stem = (word: string): string => word.replace(/(?:ing|ed|s)$/, "");
const found = (text: string, ...queries: string[]) =>
  match(
    text,
    queries.map((query) => wantedOf({ text: query, quoted: false, open: false })),
    stem,
  );
const score = (text: string, ...queries: string[]): number => found(text, ...queries)?.score ?? 0;
const marked = (text: string, ...queries: string[]) =>
  found(text, ...queries)?.ranges.map(({ start, end }) => text.slice(start, end));

describe("a match", () => {
  it("is worth more the nearer it is to what was typed", () => {
    const texts = ["a.b", "the deploy", "it deployed", "a deployment", "a redeployer"];
    const scores = texts.map((text) => score(text, text === "a.b" ? "a.b" : "deploy"));
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(new Set(scores).size).toBe(texts.length);
  });

  it("is worth more where words stand together", () => {
    expect(score("brown fox runs", "brown", "fox")).toBeGreaterThan(
      score("brown dog and fox", "brown", "fox"),
    );
  });

  it("needs all that is wanted", () => {
    expect(found("brown dog", "brown", "fox")).toBeUndefined();
  });

  it("marks the text as it was written, and nothing twice", () => {
    expect(marked("Größe, größer", "grosse")).toEqual(["Größe", "größer"]);
    expect(marked("see conf/db.json", "db.json", "json")).toEqual(["db.json"]);
    expect(marked("config.json", "onfig.js")).toEqual(["onfig.js"]);
    expect(marked("我们讨论数据库迁移", "数据库")).toEqual(["数据库"]);
  });

  it("is there for every word and literal of a text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { kind, start, end } of tokenise(text)) {
          const typed = text.slice(start, end);
          const wanted = wantedOf({ text: typed, quoted: false, open: false });
          if (kind === "part" || (wanted.units.length === 0 && wanted.literal === undefined)) continue;
          expect(match(text, [wanted], stem)?.ranges).not.toEqual([]);
          expect(match(text, [wanted], stem)).toBeDefined();
        }
      }),
      { numRuns: 300 },
    );
  });
});
