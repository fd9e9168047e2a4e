import { describe, expect, it } from "vitest";
import { messageAt } from "../testing/message.ts";
import { threadRows } from "./thread-rows.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const noon = new Date(2026, 10, 20, 12).getTime();
const kinds = (...rows: Parameters<typeof threadRows>) => threadRows(...rows).map(({ kind }) => kind);

describe("the rows of a thread", () => {
  const root = messageAt(1, { postedAt: noon });

  it("are the message it hangs on, a note, and the replies", () => {
    const replies = [messageAt(2, { postedAt: noon + minute })];
    expect(kinds(root, replies, false)).toEqual(["message", "note", "message"]);
  });

  it("name the day where replies came later", () => {
    const replies = [messageAt(2, { postedAt: noon + minute }), messageAt(3, { postedAt: noon + day })];
    expect(kinds(root, replies, false)).toEqual(["message", "note", "message", "day", "message"]);
  });

  it("name the day of the first reply that is loaded while there are earlier ones", () => {
    const replies = [messageAt(9, { postedAt: noon + minute })];
    expect(kinds(root, replies, true)).toEqual(["message", "note", "day", "message"]);
  });

  it("are none before the thread is known", () => {
    expect(threadRows(undefined, [], false)).toEqual([]);
  });
});
