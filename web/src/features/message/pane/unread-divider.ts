import type { Message } from "../../../store/log/message.ts";

/** What decides where the divider stands. */
export interface Reading {
  /** The last entry that was read. */
  readonly readSeq: number;
  readonly unread: number;
  /** Whether the reader looks at the channel: the window is in front. */
  readonly isLooking: boolean;
}

interface Divider {
  /** It stands before the first message after this; absent, there is none. */
  readonly after: number | undefined;
  readonly reading: Reading;
}

/** Where the divider stands when the channel is opened. */
export function dividerOnOpening(reading: Reading): Divider {
  return { after: reading.unread > 0 ? reading.readSeq : undefined, reading };
}

/**
 * Where it stands after something was read or came in. It stays where it is while one reads; it moves when
 * messages come in while nobody looks, and when something is marked as unread again.
 */
export function dividerAfter({ after, reading: before }: Divider, reading: Reading): Divider {
  const isMarkedUnread = reading.readSeq < before.readSeq;
  const cameUnseen = !reading.isLooking && before.unread === 0 && reading.unread > 0;
  return { after: isMarkedUnread || cameUnseen ? reading.readSeq : after, reading };
}

/** The message below the divider: the first that others wrote after the position. */
export function firstUnread(
  messages: readonly Message[],
  {
    after,
    me,
    hasOlder,
  }: { readonly after: number | undefined; readonly me: string; readonly hasOlder: boolean },
): Message | undefined {
  const [first] = messages;
  if (after === undefined || first === undefined) return undefined;
  // With more above that is not loaded, the first unread one may be among that.
  if (hasOlder && first.seq > after) return undefined;
  return messages.find(({ seq, authorId }) => seq > after && authorId !== me);
}
