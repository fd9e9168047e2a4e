// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { knownHeight, likelySize, rememberHeights } from "./known-heights.ts";

const message = { key: "msg_1", authorId: "usr_1", postedAt: 0 };
const row = { kind: "message", key: "msg_1", day: "2026-11-21", message, isContinued: false } as const;
const seen = new Map([["msg_1", 84]]);

describe("the height of a row", () => {
  it("is known once a list was left in which it was seen, in a list as wide", () => {
    expect(knownHeight(row)).toBeUndefined();
    rememberHeights([row], seen, { width: 700, height: 500 });
    expect(knownHeight(row)).toBe(84);
    expect(likelySize()).toEqual({ width: 700, height: 500 });
    rememberHeights([], seen, { width: 390, height: 500 });
    expect(knownHeight(row)).toBeUndefined();
  });

  it("is not known of a message that has changed, or that follows another one now", () => {
    rememberHeights([row], seen, { width: 700, height: 500 });
    expect(knownHeight({ ...row, message: { ...message } })).toBeUndefined();
    expect(knownHeight({ ...row, isContinued: true })).toBeUndefined();
  });

  it("is not known of what was not seen", () => {
    const other = { ...row, key: "msg_2", message: { ...message, key: "msg_2" } };
    rememberHeights([other], seen, { width: 700, height: 500 });
    expect(knownHeight(other)).toBeUndefined();
  });
});
