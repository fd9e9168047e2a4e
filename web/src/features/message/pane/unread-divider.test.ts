import { describe, expect, it } from "vitest";
import { messageAt } from "../testing/message.ts";
import { dividerAfter, dividerOnOpening, firstUnread, type Reading } from "./unread-divider.ts";

const looking = (readSeq: number, unread: number): Reading => ({ readSeq, unread, isLooking: true });
const away = (readSeq: number, unread: number): Reading => ({ readSeq, unread, isLooking: false });
const through = (...readings: [Reading, ...Reading[]]) =>
  readings.slice(1).reduce(dividerAfter, dividerOnOpening(readings[0])).place;
const at = (after: number) => ({ after, isChosen: false });

describe("the unread divider", () => {
  it("stands where reading stopped when the channel is opened, and nowhere if all was read", () => {
    expect(through(looking(7, 3))).toEqual(at(7));
    expect(through(looking(7, 0))).toBeUndefined();
  });

  it("stays where it is while one reads", () => {
    expect(through(looking(7, 3), looking(9, 1), looking(10, 0), looking(11, 0))).toEqual(at(7));
  });

  it("does not appear for messages that one sees coming in", () => {
    expect(through(looking(7, 0), looking(7, 1), looking(8, 0))).toBeUndefined();
  });

  it("moves to what came in while nobody looked", () => {
    expect(
      through(looking(7, 3), looking(10, 0), away(10, 0), away(10, 1), away(10, 2), looking(12, 0)),
    ).toEqual(at(10));
  });

  it("moves to where somebody marked it unread", () => {
    expect(through(looking(7, 0), looking(4, 3))).toEqual({ after: 4, isChosen: true });
  });
});

describe("the first unread message", () => {
  const messages = [messageAt(5), messageAt(8, { authorId: "usr_me" }), messageAt(9), messageAt(12)];
  const find = (after: number | undefined, { hasOlder = false, isChosen = false } = {}) => {
    const place = after === undefined ? undefined : { after, isChosen };
    return firstUnread(messages, { place, me: "usr_me", hasOlder })?.seq;
  };

  it("is the first that somebody else wrote after the position", () => {
    expect([find(5), find(7), find(9)]).toEqual([9, 9, 12]);
  });

  it("is one's own where somebody marked that as unread", () => {
    expect([find(7, { isChosen: true }), find(8, { isChosen: true })]).toEqual([8, 9]);
  });

  it("is none when all was read, or nothing is to be shown", () => {
    expect([find(12), find(undefined)]).toEqual([undefined, undefined]);
  });

  it("is not known while it may be among what is not loaded", () => {
    expect([find(3, { hasOlder: true }), find(3)]).toEqual([undefined, 5]);
  });
});
