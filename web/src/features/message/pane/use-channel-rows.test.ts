import { describe, expect, it } from "vitest";
import { messageAt } from "../testing/message.ts";
import { channelRows } from "./use-channel-rows.ts";

const minute = 60_000;
const noon = new Date(2026, 10, 20, 12).getTime();
const said = [1, 2, 3, 4].map((seq) => messageAt(seq, { postedAt: noon + seq * minute }));
const rowsOf = (messages: typeof said, hasBeginning: boolean) =>
  channelRows(messages, { firstUnreadKey: undefined, hasBeginning, heads: new Set(["msg_3"]) }).map((row) =>
    row.kind === "message" ? `${row.key}${row.isContinued ? "+" : ""}` : row.kind,
  );

describe("the rows of a channel", () => {
  it("begin with what is said about the channel, and the first day", () => {
    expect(rowsOf(said.slice(0, 2), true)).toEqual(["note", "day", "msg_1", "msg_2+"]);
  });

  it("do not begin a day with what only happens to be the first message that is loaded", () => {
    expect(rowsOf(said.slice(2), false)).toEqual(["msg_3", "msg_4+"]);
  });

  it("stay as they are when earlier messages come in before them", () => {
    expect(rowsOf(said, false).slice(2)).toEqual(rowsOf(said.slice(2), false));
  });
});
