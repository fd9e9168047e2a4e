import { useMemo } from "react";
import { buildRows } from "../../../message-list/build-rows.ts";
import { dayOf } from "../../../message-list/day.ts";
import type { Row } from "../../../message-list/row.ts";
import type { Message } from "../../../store/log/message.ts";

interface RowOptions {
  readonly firstUnreadKey: string | undefined;
  /** The first message of all is loaded: a note stands before it. */
  readonly hasBeginning: boolean;
}

export function useChannelRows(
  messages: readonly Message[],
  { firstUnreadKey, hasBeginning }: RowOptions,
): readonly Row<Message>[] {
  return useMemo(() => {
    const rows = buildRows(messages, { firstUnreadKey, dayOf });
    if (!hasBeginning) return rows;
    const day = rows[0]?.day ?? today();
    return [{ kind: "note", key: "beginning", day }, ...rows];
  }, [messages, firstUnreadKey, hasBeginning]);
}

const today = (): string => dayOf(Date.now());
