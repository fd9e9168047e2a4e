import { useMemo, useState } from "react";
import { buildRows } from "../../../message-list/build-rows.ts";
import { dayOf } from "../../../message-list/day.ts";
import type { Row } from "../../../message-list/row.ts";
import type { Message } from "../../../store/log/message.ts";

interface RowOptions {
  readonly firstUnreadKey: string | undefined;
  /** The first message of all is loaded: a note stands before it. */
  readonly hasBeginning: boolean;
}

export function useChannelRows(messages: readonly Message[], options: RowOptions): readonly Row<Message>[] {
  const { firstUnreadKey, hasBeginning } = options;
  const heads = useHeads(hasBeginning ? undefined : messages[0]?.key);
  return useMemo(
    () => channelRows(messages, { firstUnreadKey, hasBeginning, heads }),
    [messages, firstUnreadKey, hasBeginning, heads],
  );
}

interface Heads {
  readonly heads: ReadonlySet<string>;
}

/** A channel's rows. What stands where a message is read stays there when earlier ones come in before it. */
export function channelRows(
  messages: readonly Message[],
  { firstUnreadKey, hasBeginning, heads }: RowOptions & Heads,
): readonly Row<Message>[] {
  const rows = buildRows(messages, { firstUnreadKey, dayOf, heads });
  if (hasBeginning) return [{ kind: "note", key: "beginning", day: rows[0]?.day ?? today() }, ...rows];
  // With more above, nobody knows whether the day begins with the first message that is loaded.
  return rows[0]?.kind === "day" ? rows.slice(1) : rows;
}

/** What was the first message that is loaded, of this visit: it goes on to look like one, or it would grow or shrink. */
function useHeads(first: string | undefined): ReadonlySet<string> {
  const [heads, setHeads] = useState<ReadonlySet<string>>(() => new Set());
  if (first === undefined || heads.has(first)) return heads;
  const more = new Set([...heads, first]);
  setHeads(more);
  return more;
}

const today = (): string => dayOf(Date.now());
