import { describe, expect, it } from "vitest";
import { messageAt } from "../testing/message.ts";
import { dividerAfter, dividerOnOpening, firstUnread, type Reading } from "./unread-divider.ts";

const looking = (readSeq: number, unread: number): Reading => ({ readSeq, unread, isLooking: true });
const away = (readSeq: number, unread: number): Reading => ({ readSeq, unread, isLooking: false });
const through = (...readings: [Reading, ...Reading[]]) =>
  readings.slice(1).reduce(dividerAfter, dividerOnOpening(readings[0])).after;

describe("the unread divider", () => {
  it("stands where reading stopped when the channel is opened, and nowhere if all was read", () => {
    expect(through(looking(7, 3))).toBe(7);
    expect(through(looking(7, 0))).toBeUndefined();
  });

  it("stays where it is while one reads", () => {
    expect(through(looking(7, 3), looking(9, 1), looking(10, 0), looking(11, 0))).toBe(7);
  });

  it("does not appear for messages that one sees coming in", () => {
    expect(through(looking(7, 0), looking(7, 1), looking(8, 0))).toBeUndefined();
  });

  it("moves to what came in while nobody looked", () => {
    expect(
      through(looking(7, 3), looking(10, 0), away(10, 0), away(10, 1), away(10, 2), looking(12, 0)),
    ).toBe(10);
  });

  it("moves to where somebody marked it unread", () => {
    expect(through(looking(7, 0), looking(4, 3))).toBe(4);
  });
});

describe("the first unread message", () => {
  const messages = [messageAt(5), messageAt(8, { authorId: "usr_me" }), messageAt(9), messageAt(12)];
  const find = (after: number | undefined, hasOlder = false) =>
    firstUnread(messages, { after, me: "usr_me", hasOlder })?.seq;

  it("is the first that somebody else wrote after the position", () => {
    expect([find(5), find(7), find(9)]).toEqual([9, 9, 12]);
  });

  it("is none when all was read, or nothing is to be shown", () => {
    expect([find(12), find(undefined)]).toEqual([undefined, undefined]);
  });

  it("is not known while it may be among what is not loaded", () => {
    expect([find(3, true), find(3, false)]).toEqual([undefined, 5]);
  });
});
