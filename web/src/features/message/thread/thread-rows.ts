import { buildRows } from "../../../message-list/build-rows.ts";
import { dayOf } from "../../../message-list/day.ts";
import type { Row } from "../../../message-list/row.ts";
import type { Message } from "../../../store/log/message.ts";

/** A thread's rows: what it hangs on, a note between, and the replies. */
export function threadRows(
  root: Message | undefined,
  replies: readonly Message[],
  hasOlder: boolean,
): readonly Row<Message>[] {
  if (root === undefined) return [];
  const [first] = buildRows([root], { dayOf }).filter((row) => row.kind === "message");
  const rows = buildRows(replies, { dayOf });
  // Replies of the root's own day need no day of their own; with more above, nobody knows which comes first.
  const isSameDay = rows[0]?.kind === "day" && rows[0].day === dayOf(root.postedAt) && !hasOlder;
  const day = dayOf(root.postedAt);
  return [
    ...(first === undefined ? [] : [first]),
    { kind: "note", key: "replies", day },
    ...(isSameDay ? rows.slice(1) : rows),
  ];
}
