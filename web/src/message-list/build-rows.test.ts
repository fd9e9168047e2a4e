import { describe, expect, it } from "vitest";
import { buildRows } from "./build-rows.ts";
import type { ListMessage } from "./row.ts";

const minute = 60_000;
const dayOf = (moment: number) => `day ${Math.floor(moment / (24 * 60 * minute))}`;

function message(
  key: string,
  authorId: string,
  minutes: number,
  more: Partial<ListMessage> = {},
): ListMessage {
  return { key, authorId, postedAt: minutes * minute, ...more };
}

function shapes(messages: readonly ListMessage[], firstUnreadKey?: string) {
  return buildRows(messages, { firstUnreadKey, dayOf }).map((row) =>
    row.kind === "message" ? `${row.key}${row.isContinued ? "+" : ""}` : row.key,
  );
}

describe("the rows of a list", () => {
  it("group what one person says within five minutes of the message before", () => {
    const said = [
      message("a", "mei", 0),
      message("b", "mei", 4),
      message("c", "mei", 8),
      message("d", "mei", 13),
    ];
    expect(shapes(said)).toEqual(["day:day 0", "a", "b+", "c+", "d"]);
  });

  it("begin a group with every change of person", () => {
    const said = [message("a", "mei", 0), message("b", "jonas", 1), message("c", "mei", 2)];
    expect(shapes(said)).toEqual(["day:day 0", "a", "b", "c"]);
  });

  it("have a separator for every day, which ends a group", () => {
    const said = [message("a", "mei", 24 * 60 - 1), message("b", "mei", 24 * 60 + 1)];
    expect(shapes(said)).toEqual(["day:day 0", "a", "day:day 1", "b"]);
  });

  it("do not go back to a day that is over when two servers' clocks differ", () => {
    const midnight = 24 * 60;
    const said = [
      message("a", "mei", midnight),
      message("b", "jonas", midnight - 1),
      message("c", "mei", midnight),
    ];
    expect(shapes(said)).toEqual(["day:day 1", "a", "b", "c"]);
  });

  it("have the divider before the first unread message, which ends a group", () => {
    const said = [message("a", "mei", 0), message("b", "mei", 1), message("c", "mei", 2)];
    expect(shapes(said, "b")).toEqual(["day:day 0", "a", "unread", "b", "c+"]);
  });

  it("have the divider below the separator of the day it falls on", () => {
    const said = [message("a", "mei", 0), message("b", "mei", 24 * 60)];
    expect(shapes(said, "b")).toEqual(["day:day 0", "a", "day:day 1", "unread", "b"]);
  });

  it("join nothing to a message that stands alone", () => {
    const said = [
      message("a", "mei", 0),
      message("b", "mei", 1, { standsAlone: true }),
      message("c", "mei", 2),
    ];
    expect(shapes(said)).toEqual(["day:day 0", "a", "b", "c"]);
  });

  it("begin a group with a head, whatever stands before it", () => {
    const said = [message("a", "mei", 0), message("b", "mei", 1), message("c", "mei", 2)];
    const rows = buildRows(said, { dayOf, heads: new Set(["b"]) });
    expect(rows.map((row) => row.kind === "message" && row.isContinued)).toEqual([false, false, false, true]);
  });

  it("keep their keys when older messages come in before them", () => {
    const later = [message("b", "jonas", 3)];
    const all = [message("a", "mei", 0), ...later];
    expect(shapes(all)).toEqual(expect.arrayContaining(shapes(later)));
  });
});
