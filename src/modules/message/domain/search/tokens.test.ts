import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "../../testing/any-text.ts";
import { fold } from "./fold.ts";
import { type Token, tokenise } from "./tokens.ts";

const texts = (text: string, ...kinds: Token["kind"][]) =>
  tokenise(text)
    .filter(({ kind }) => kinds.includes(kind))
    .map((token) => token.text);

describe("folding", () => {
  it("is the same for all ways to write the same", () => {
    for (const [written, same] of [
      ["Größe", "grösse"],
      ["ＡＢＣ", "abc"],
      ["Łódź", "lodz"],
      ["İstanbul", "istanbul"],
      ["ΟΔΟΣ", "οδος"],
      ["ﬁne", "fine"],
      ["co\u00adop", "coop"],
    ] as const)
      expect(fold(written)).toBe(fold(same));
  });

  it("changes nothing that is folded", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 500 },
    );
  });

  it("leaves the letters of scripts whose marks are letters", () => {
    expect(fold("が")).not.toBe(fold("か"));
    expect(fold("ที่")).not.toBe(fold("ท"));
    expect(fold("검색")).toBe("검색");
  });
});

describe("tokens", () => {
  it("are words, the parts of identifiers, and what was typed with its signs", () => {
    expect(texts("UserService.java:42", "word")).toEqual(["userservice", "java", "42"]);
    expect(texts("UserService", "part")).toEqual(["user", "service"]);
    expect(texts("HTTPServer2Go", "part")).toEqual(["http", "server2", "go"]);
    expect(texts("see conf/db.json.", "literal")).toEqual(["conf/db.json", "db.json"]);
    expect(texts("C++ and .env", "literal")).toEqual(["c++", ".env"]);
  });

  it("are letters and pairs in scripts without spaces", () => {
    expect(texts("更新して", "pair")).toEqual(["更新", "新し", "して"]);
    expect(texts("字", "sign", "pair")).toEqual(["字"]);
    expect(texts("サーバーのdb.jsonを", "literal")).toEqual(["db.json"]);
  });

  it("are not made of whom a message mentions", () => {
    expect(tokenise(`<@usr_${"0".repeat(27)}> <!channel>`)).toEqual([]);
  });

  it("follow each other, and stand where they say", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const token of tokenise(text)) {
          expect(token.start).toBeGreaterThanOrEqual(0);
          expect(token.end).toBeLessThanOrEqual(text.length);
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.last).toBeGreaterThanOrEqual(token.at);
          if (token.kind !== "pair" && token.text.length < 100)
            expect(fold(text.slice(token.start, token.end))).toBe(token.text);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("cost no more than the text is long", () => {
    for (const unit of ["a/", ".", "aB", "a:b=", "((", "日", "a\u0301", "<@", "`", "-_", "👩‍"]) {
      const before = process.cpuUsage();
      tokenise(unit.repeat(20_000));
      // It takes some 20 milliseconds; what is squared would take many seconds.
      expect(process.cpuUsage(before).user).toBeLessThan(1_000_000);
    }
  });
});
