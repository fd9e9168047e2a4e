import type { ListMessage, Row } from "./row.ts";

const groupedWithin = 5 * 60_000;

export interface RowOptions {
  /** The first message that the reader has not seen; the divider stands before it. */
  readonly firstUnreadKey?: string | undefined;
  /** The day of a moment, such as 2026-11-21; later days must compare as greater. */
  readonly dayOf: (moment: number) => string;
  /** Messages that begin a group whatever stands before them. */
  readonly heads?: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

/** The list's rows for messages in order: a separator for every day, the unread divider, people's messages grouped. */
export function buildRows<Message extends ListMessage>(
  messages: readonly Message[],
  { firstUnreadKey, dayOf, heads = none }: RowOptions,
): Row<Message>[] {
  const rows: Row<Message>[] = [];
  let previous: Message | undefined;
  let today = "";
  for (const message of messages) {
    const isNewDay = dayOf(message.postedAt) > today;
    // Servers' clocks differ by moments; a day that has begun does not end because of that.
    const day = isNewDay ? dayOf(message.postedAt) : today;
    const isUnread = message.key === firstUnreadKey;
    if (isNewDay) rows.push({ kind: "day", key: `day:${day}`, day });
    if (isUnread) rows.push({ kind: "unread", key: "unread", day });
    const isHead = isNewDay || isUnread || heads.has(message.key);
    const isContinued = !isHead && previous !== undefined && continues(previous, message);
    rows.push({ kind: "message", key: message.key, day, message, isContinued });
    previous = message;
    today = day;
  }
  return rows;
}

function continues(previous: ListMessage, next: ListMessage): boolean {
  if (previous.standsAlone === true || next.standsAlone === true) return false;
  return previous.authorId === next.authorId && next.postedAt - previous.postedAt < groupedWithin;
}
