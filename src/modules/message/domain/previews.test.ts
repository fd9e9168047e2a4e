import { describe, expect, it } from "vitest";
import { linksIn, linksToPreview } from "./previews.ts";

describe("the links in a text", () => {
  it.each([
    ["see https://a.example/page, please.", ["https://a.example/page"]],
    ["[words](https://a.example/b) and <https://c.example>", ["https://a.example/b", "https://c.example/"]],
    ["(https://a.example/b_(c)) https://a.example/d)", ["https://a.example/b_(c)", "https://a.example/d"]],
    ["**https://a.example/bold** _https://b.example/_", ["https://a.example/bold", "https://b.example/"]],
    ["HTTPS://A.example twice: https://a.example/", ["https://a.example/"]],
    ["https://a.example/?q=1&r=ü#part", ["https://a.example/?q=1&r=%C3%BC#part"]],
    ["https://münchen.example/", ["https://xn--mnchen-3ya.example/"]],
  ])("are found in %s", (text, links) => {
    expect(linksIn(text)).toEqual(links);
  });

  it.each([
    "`https://a.example/`",
    "```\nhttps://a.example/\n```",
    "```\nhttps://a.example/ never closed",
    "||https://a.example/||",
    "https://ada:secret@a.example/",
    "https://",
    "http:// nothing",
    "ftp://a.example/ javascript:alert(1) a.example",
    `https://a.example/${"x".repeat(3_000)}`,
  ])("are none in %.40s", (text) => {
    expect(linksIn(text)).toEqual([]);
  });

  it.each(["https://a(", "https://a.", "https://)", "||", "`", "https://a.example/b ||"])(
    "are found in an endless text of %s",
    (piece) => {
      const text = piece.repeat(40_000 / piece.length);
      expect(linksIn(text).length).toBeLessThanOrEqual(1);
    },
  );
});

describe("what is previewed", () => {
  it("are the first three, without this server's own and those that were removed", () => {
    const text = ["own", "a", "b", "c", "d", "e"].map((name) => `https://${name}.example/`).join(" ");
    const previews = { shown: [], removed: ["https://b.example/"] };
    expect(linksToPreview({ text, previews }, "https://own.example")).toEqual(
      ["a", "c", "d"].map((name) => `https://${name}.example/`),
    );
  });
});
