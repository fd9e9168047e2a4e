import { describe, expect, it } from "vitest";
import { openingOffset } from "./opening-offset.ts";

const keys = Array.from({ length: 20 }, (_, index) => `row ${index}`);
const list = { keys, heightOf: () => 50, view: 300, room: 10, readAbove: 96 };

describe("where a list opens", () => {
  it("is its end, or its beginning where it fits", () => {
    expect(openingOffset({ ...list, anchor: { at: "end" } })).toBe(720);
    expect(openingOffset({ ...list, keys: keys.slice(0, 3), anchor: { at: "end" } })).toBe(0);
  });

  it("leaves some of what was read above what was not", () => {
    expect(openingOffset({ ...list, anchor: { at: "unread", key: "row 10" } })).toBe(510 - 96);
  });

  it("has a message that was asked for in the middle", () => {
    expect(openingOffset({ ...list, anchor: { at: "message", key: "row 10" } })).toBe(510 - 125);
  });

  it("is never before the first row or behind the last", () => {
    expect(openingOffset({ ...list, anchor: { at: "unread", key: "row 0" } })).toBe(0);
    expect(openingOffset({ ...list, anchor: { at: "message", key: "row 19" } })).toBe(720);
  });

  it("is the end where what was asked for is not there", () => {
    expect(openingOffset({ ...list, anchor: { at: "message", key: "gone" } })).toBe(720);
  });
});
