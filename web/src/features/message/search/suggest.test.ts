import { describe, expect, it } from "vitest";
import { accept, pieceAt, suggest } from "./suggest.ts";

const known = {
  people: [
    { written: "@ada", title: "Ada Lovelace" },
    { written: "@ben", title: "Ben" },
  ],
  channels: [{ written: "#general", title: "general" }],
};
const texts = (piece: string) => suggest(piece, known).map(({ text }) => text);

describe("suggestions", () => {
  it("complete an operator by its beginning", () => {
    expect(texts("f")).toEqual(["from:"]);
    expect(texts("-ha")).toEqual(["-has:"]);
    expect(texts("")).toEqual([]);
    expect(texts("release")).toEqual([]);
  });

  it("name people by handle and by name", () => {
    expect(texts("from:")).toEqual(["from:me", "from:@ada", "from:@ben"]);
    expect(texts("-from:love")).toEqual(["-from:@ada"]);
    expect(texts("mentions:@b")).toEqual(["mentions:@ben"]);
  });

  it("name channels, and people for their conversations", () => {
    expect(texts("in:gen")).toEqual(["in:#general"]);
    expect(texts("in:@a")).toEqual(["in:@ada"]);
  });

  it("name what a message can have, and days", () => {
    expect(texts("has:l")).toEqual(["has:link"]);
    expect(texts("on:y")).toEqual(["on:yesterday"]);
    expect(texts("has:link")).toEqual([]);
  });

  it("take the place of the piece before the caret, and leave the rest", () => {
    expect(pieceAt("release fr", 10)).toEqual({ start: 8, text: "fr" });
    expect(accept("release fr", 10, { text: "from:", operator: "from" })).toEqual({
      query: "release from:",
      caret: 13,
    });
    expect(accept("from:a later", 6, { text: "from:@ada" })).toEqual({ query: "from:@ada later", caret: 10 });
  });
});
