import { describe, expect, it } from "vitest";
import { keywordsOf, phrasesIn } from "./keywords.ts";

const finds = (keyword: string, text: string) =>
  keywordsOf([keyword]).every((wanted) => phrasesIn(text).includes(wanted));

describe("a keyword", () => {
  it("is found as whole words, in any case and width", () => {
    expect(finds("release", "The RELEASE is out")).toBe(true);
    expect(finds("release", "We have released it")).toBe(false);
    expect(finds("ＡＰＩ", "our api, again")).toBe(true);
    expect(finds("Straße", "in der straße.")).toBe(true);
  });

  it("may be several words that follow each other", () => {
    expect(finds("on call", "Who is On-Call?")).toBe(true);
    expect(finds("on call", "on every call")).toBe(false);
  });

  it("is found in scripts that write no spaces", () => {
    expect(finds("会議", "明日の会議は三時です")).toBe(true);
  });

  it("is not found in the names of who is called", () => {
    expect(finds("usr", "<@usr_000000000000000000000000000>")).toBe(false);
  });

  it("is one, however it is written, and has a word in it", () => {
    expect(keywordsOf(["Deploy", "deploy ", "DEPLOY"])).toEqual(["deploy"]);
    expect(() => keywordsOf(["…"])).toThrow("one to four words");
    expect(() => keywordsOf(["a b c d e"])).toThrow("one to four words");
    expect(() => keywordsOf(Array.from({ length: 51 }, (_, n) => `word${n}`))).toThrow("too many");
  });
});
