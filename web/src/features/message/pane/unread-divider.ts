import type { Message } from "../../../store/log/message.ts";

/** What decides where the divider stands. */
export interface Reading {
  /** The last entry that was read. */
  readonly readSeq: number;
  readonly unread: number;
  /** Whether the reader looks at the channel: the window is in front. */
  readonly isLooking: boolean;
}

/** Where it stands: before the first message after a position. */
export interface DividerPlace {
  readonly after: number;
  /** Somebody put it there, so that it may stand before what they wrote themselves. */
  readonly isChosen: boolean;
}

interface Divider {
  /** Absent, there is none. */
  readonly place: DividerPlace | undefined;
  readonly reading: Reading;
}

/** Where the divider stands when the channel is opened. */
export function dividerOnOpening(reading: Reading): Divider {
  const place = reading.unread > 0 ? { after: reading.readSeq, isChosen: false } : undefined;
  return { place, reading };
}

/**
 * Where it stands after something was read or came in. It stays where it is while one reads; it moves when
 * messages come in while nobody looks, and when something is marked as unread again.
 */
export function dividerAfter({ place, reading: before }: Divider, reading: Reading): Divider {
  const isChosen = reading.readSeq < before.readSeq;
  const cameUnseen = !reading.isLooking && before.unread === 0 && reading.unread > 0;
  return { place: isChosen || cameUnseen ? { after: reading.readSeq, isChosen } : place, reading };
}

/** The message below the divider: the first after the position, of others unless somebody chose the position. */
export function firstUnread(
  messages: readonly Message[],
  {
    place,
    me,
    hasOlder,
  }: { readonly place: DividerPlace | undefined; readonly me: string; readonly hasOlder: boolean },
): Message | undefined {
  const [first] = messages;
  if (place === undefined || first === undefined) return undefined;
  const { after, isChosen } = place;
  // With more above that is not loaded, the first unread one may be among that.
  if (hasOlder && first.seq > after) return undefined;
  return messages.find(({ seq, authorId }) => seq > after && (isChosen || authorId !== me));
}
