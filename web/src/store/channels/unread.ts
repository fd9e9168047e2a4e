import type { LogEntry } from "../../realtime/streams.ts";
import type { CircleState } from "../circle/circle.ts";
import { messageIdOf } from "../log/fold.ts";
import { mentionsFromProto } from "../log/from-proto.ts";
import { calls, isInChannel } from "../log/message.ts";
import { postedBy } from "../log/segment.ts";

/** One unread message of somebody else. */
interface Later {
  readonly seq: number;
  readonly id: string;
  readonly authorId: string;
  /** Counted as a message, not only for its mention. */
  readonly isInChannel: boolean;
  readonly callsMe: boolean;
}

/**
 * What is needed to count unread messages: how many the server counted from one position to another,
 * and every message since.
 */
export interface Unread {
  /** The server counted what stands after this… */
  readonly from: number;
  /** …up to here. */
  readonly to: number;
  readonly messages: number;
  readonly mentions: number;
  readonly later: readonly Later[];
  /** The last entry that was taken into account. */
  readonly cursor: number;
  /** So many of what the server counted or of what stands before it were just marked as unread, at the least. */
  readonly marked: number;
  /** Something among what the server counted has changed: it has to count again. */
  readonly isDoubtful: boolean;
}

export interface Counts {
  readonly messages: number;
  readonly mentions: number;
}

/** Nobody needs more than this counted: "99+". */
const mostCounted = 100;
const mostKept = 3 * mostCounted;

/** Takes what the server has counted; a count that is older than what is known says nothing. */
export function countedBy(
  server: Counts & { readonly from: number; readonly to: number },
  before: Unread | undefined,
): Unread {
  if (before !== undefined && server.to < before.to) return before;
  const later = before?.later.filter(({ seq }) => seq > server.to) ?? [];
  return { ...server, later, cursor: Math.max(server.to, before?.cursor ?? 0), marked: 0, isDoubtful: false };
}

/** The same after messages of others, at these positions, were marked as unread: they show before the server counts. */
export function markedUnread(unread: Unread, positions: readonly number[]): Unread {
  return { ...unread, marked: positions.filter((seq) => seq <= unread.to).length };
}

/** How many are unread after a position; an estimate where `mustRecount` says so. */
export function countAfter(unread: Unread, readSeq: number): Counts {
  const later = unread.later.filter(({ seq }) => seq > readSeq);
  const isAllRead = readSeq >= unread.to;
  const least = readSeq < unread.from ? unread.marked : 0;
  const messages =
    (isAllRead ? 0 : Math.max(unread.messages, least)) + later.filter((it) => it.isInChannel).length;
  const mentions = (isAllRead ? 0 : unread.mentions) + later.filter((it) => it.callsMe).length;
  return { messages: Math.min(messages, mostCounted), mentions: Math.min(mentions, mostCounted) };
}

/**
 * Whether only the server knows how many are unread after a position: what it counted from another one
 * says nothing about it, even if it found nothing.
 */
export function mustRecount(unread: Unread, readSeq: number): boolean {
  return readSeq < unread.to && (unread.isDoubtful || readSeq !== unread.from);
}

/** The same count after the entry that follows. */
export function unreadAfter(unread: Unread, entry: LogEntry, me: string, circle?: CircleState): Unread {
  if (entry.seq <= unread.cursor) return unread;
  return shortened({
    ...changedBy(unread, entry, (message) => calls(me, message, circle), me),
    cursor: entry.seq,
  });
}

type Calls = (message: Parameters<typeof calls>[1]) => boolean;

function changedBy(unread: Unread, entry: LogEntry, callsMe: Calls, me: string): Unread {
  const { later } = unread;
  const posted = postedBy(entry, me);
  if (posted !== undefined) {
    const { seq, id, authorId } = posted;
    if (authorId === me) return unread;
    const it = { seq, id, authorId, isInChannel: isInChannel(posted), callsMe: callsMe(posted) };
    return { ...unread, later: [...later, it] };
  }
  const id = messageIdOf(entry.body);
  if (entry.body.case === "movedToThread") return movedBy(unread, entry.body.value.messageId);
  if (entry.body.case !== "messageDeleted" && entry.body.case !== "messageEdited") return unread;
  if (later.every((it) => it.id !== id))
    return { ...unread, isDoubtful: unread.isDoubtful || concerns(unread, entry, callsMe) };
  if (entry.body.case === "messageDeleted") return { ...unread, later: later.filter((it) => it.id !== id) };
  const mentions = mentionsFromProto(entry.body.value.mentions);
  const edited = later.map((it) =>
    it.id === id ? { ...it, callsMe: callsMe({ authorId: it.authorId, mentions }) } : it,
  );
  return { ...unread, later: edited };
}

/** It counts for its mention only: whoever it calls is called in the thread as well. */
function movedBy(unread: Unread, id: string): Unread {
  const { later, from, to, messages } = unread;
  if (later.every((it) => it.id !== id)) {
    return { ...unread, isDoubtful: unread.isDoubtful || (to > from && messages > 0) };
  }
  return { ...unread, later: later.map((it) => (it.id === id ? { ...it, isInChannel: false } : it)) };
}

/** Whether an entry about a message that is not among the later ones may change what the server counted. */
function concerns(
  { from, to, messages, mentions }: Unread,
  { body, actorId }: LogEntry,
  callsMe: Calls,
): boolean {
  if (to <= from) return false;
  if (body.case !== "messageEdited") return messages > 0 || mentions > 0;
  return mentions > 0 || callsMe({ authorId: actorId, mentions: mentionsFromProto(body.value.mentions) });
}

/** Lets the oldest of many go into the count, where they can no longer be told apart. */
function shortened(unread: Unread): Unread {
  if (unread.later.length <= mostKept) return unread;
  const gone = unread.later.slice(0, mostCounted);
  const to = gone.at(-1)?.seq ?? unread.to;
  return {
    ...unread,
    to,
    messages: Math.min(mostCounted, unread.messages + gone.filter((it) => it.isInChannel).length),
    mentions: Math.min(mostCounted, unread.mentions + gone.filter((it) => it.callsMe).length),
    later: unread.later.slice(mostCounted),
  };
}

/** The same after everything up to a position was read for good. */
export function readUpTo(unread: Unread, readSeq: number): Unread {
  if (readSeq < unread.to) return unread;
  const later = unread.later.filter(({ seq }) => seq > readSeq);
  const to = Math.max(readSeq, unread.to);
  return { ...unread, from: readSeq, to, messages: 0, mentions: 0, later, marked: 0, isDoubtful: false };
}
