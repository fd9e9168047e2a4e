import type { LogEntry } from "../../realtime/streams.ts";
import { fold, messageIdOf } from "./fold.ts";
import { messageFromProto } from "./from-proto.ts";
import type { Message } from "./message.ts";

/** A message and the log position that it reflects: an entry up to there must not count twice. */
export interface Held {
  readonly message: Message;
  readonly asOf: number;
}

/** A part of a list as the server told it, reflecting the log up to `head`. */
export interface Page {
  readonly messages: readonly Message[];
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
  readonly head: number;
}

/**
 * A part of a list without a gap: every message between `from` and `to`, in the order of the log. Where
 * it has nothing newer, `to` moves with the log and new messages join; otherwise they belong to what is
 * not loaded.
 */
export interface Segment {
  readonly held: readonly Held[];
  readonly from: number;
  readonly to: number;
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
}

export function segmentOf({ messages, hasOlder, hasNewer, head }: Page): Segment {
  return {
    held: messages.map((message) => ({ message, asOf: head })),
    from: hasOlder ? (messages[0]?.seq ?? head + 1) : 0,
    to: hasNewer ? (messages.at(-1)?.seq ?? head) : head,
    hasOlder,
    hasNewer,
  };
}

export function withOlder(segment: Segment, { messages, hasOlder, head }: Page): Segment {
  const older = messages.filter(({ seq }) => seq < segment.from);
  return {
    ...segment,
    held: [...older.map((message) => ({ message, asOf: head })), ...segment.held],
    from: older[0]?.seq ?? segment.from,
    hasOlder: hasOlder && older.length > 0,
  };
}

export function withNewer(segment: Segment, { messages, hasNewer, head }: Page): Segment {
  const newer = messages.filter(({ seq }) => seq > segment.to);
  const isAtEnd = !hasNewer || newer.length === 0;
  return {
    ...segment,
    held: [...segment.held, ...newer.map((message) => ({ message, asOf: head }))],
    to: isAtEnd ? Math.max(segment.to, head) : (newer.at(-1)?.seq ?? segment.to),
    hasNewer: !isAtEnd,
  };
}

/** Shortens it to the `most` messages at one end; what is cut off has to be loaded again. */
export function trim(segment: Segment, most: number, keep: "older" | "newer"): Segment {
  const { held } = segment;
  if (held.length <= most) return segment;
  if (keep === "older") {
    const kept = held.slice(0, most);
    return { ...segment, held: kept, to: kept.at(-1)?.message.seq ?? segment.to, hasNewer: true };
  }
  const kept = held.slice(-most);
  return { ...segment, held: kept, from: kept[0]?.message.seq ?? segment.from, hasOlder: true };
}

export interface Reader {
  readonly me: string;
  /** Whether a posted message belongs to the list. */
  readonly belongs: (message: Message) => boolean;
}

/** The segment after the entry that follows. */
export function withEntry(segment: Segment, entry: LogEntry, { me, belongs }: Reader): Segment {
  const changed = targetsOf(entry).reduce((list, id) => changedIn(list, id, entry, me), segment.held);
  const hasMoved = entry.body.case === "movedToThread" && changed !== segment.held;
  const held = hasMoved ? changed.filter(({ message }) => belongs(message)) : changed;
  if (segment.hasNewer || entry.seq <= segment.to)
    return held === segment.held ? segment : { ...segment, held };
  const posted = postedBy(entry, me);
  const joins = posted !== undefined && belongs(posted);
  return {
    ...segment,
    held: joins ? [...held, { message: posted, asOf: entry.seq }] : held,
    to: entry.seq,
  };
}

export function heldAfter(held: Held, entry: LogEntry, me: string): Held {
  return entry.seq > held.asOf ? { message: fold(held.message, entry, me), asOf: entry.seq } : held;
}

/** The message that an entry posts, with its place in the log. */
export function postedBy({ body, seq }: LogEntry, me: string): Message | undefined {
  if (body.case !== "messagePosted" || body.value.message === undefined) return undefined;
  return { ...messageFromProto(body.value.message, me), seq };
}

/** The messages that are different after an entry: the one that it names, and the roots of its threads. */
function targetsOf({ body }: LogEntry): string[] {
  return [messageIdOf(body), ...rootsOf(body)].filter((id) => id !== undefined && id !== "") as string[];
}

function rootsOf(body: LogEntry["body"]): readonly (string | undefined)[] {
  switch (body.case) {
    case "messagePosted":
      return [body.value.message?.threadRootId];
    case "messageDeleted":
      return [body.value.threadRootId];
    case "movedToThread":
      return [body.value.threadRootId, body.value.fromThreadRootId];
    default:
      return [];
  }
}

function changedIn(list: readonly Held[], id: string, entry: LogEntry, me: string): readonly Held[] {
  const index = list.findLastIndex(({ message }) => message.id === id);
  const held = list[index];
  return held === undefined ? list : list.with(index, heldAfter(held, entry, me));
}
