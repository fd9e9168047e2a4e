import type { Mentions } from "../../../gen/chatter/message/v1/content_pb.js";
import type { Unread } from "../../../gen/chatter/message/v1/message_pb.js";
import type { Entry } from "../../../gen/chatter/stream/v1/entry_pb.js";

/** What is unread in a channel: as the server counted it at a head, and what has come since. */
export interface Count {
  /** Counted by the server up to here. */
  readonly head: bigint;
  readonly messages: number;
  readonly mentions: number;
  /** By others, after the head. */
  readonly since: readonly Unseen[];
}

interface Unseen {
  readonly seq: bigint;
  readonly messageId: string;
  /** Shown in the channel, so that it counts as a message. */
  readonly isShown: boolean;
  readonly mentionsMe: boolean;
}

/** Counts stop here, as the server's do. */
export const countedMost = 100;

// More than one badge can show, twice: messages and mentions.
const sinceMost = 2 * countedMost;

export const countedBy = ({ head, messages, mentions }: Unread): Count => ({
  head,
  messages,
  mentions,
  since: [],
});

/** The numbers for a badge, given how far the person has read. */
export function totalOf({ head, messages, mentions, since }: Count, readSeq: bigint) {
  const isRead = readSeq >= head;
  const left = since.filter(({ seq }) => seq > readSeq);
  const count = (base: number, more: readonly Unseen[]) =>
    Math.min(countedMost, (isRead ? 0 : base) + more.length);
  return {
    messages: count(
      messages,
      left.filter(({ isShown }) => isShown),
    ),
    mentions: count(
      mentions,
      left.filter(({ mentionsMe }) => mentionsMe),
    ),
  };
}

/** The server's newer count; what came after its head still counts. */
export function recounted(count: Count, unread: Unread): Count {
  return { ...countedBy(unread), since: count.since.filter(({ seq }) => seq > unread.head) };
}

/**
 * Counts one entry. Answers `ask` where only the server can tell: something changed among the messages that
 * it counted itself.
 */
export function withCounted(count: Count, seq: bigint, entry: Entry, me: string): Count | "ask" {
  if (seq <= count.head || seq <= (count.since.at(-1)?.seq ?? 0n)) return count;
  const { body } = entry;
  if (body.case === "messagePosted" && body.value.message !== undefined) {
    const { id, authorId, threadRootId, alsoInChannel, mentions } = body.value.message;
    const isShown = threadRootId === "" || alsoInChannel;
    const mentionsMe = mentioned(mentions, me);
    if (authorId === me || !(isShown || mentionsMe)) return count;
    const unseen = { seq, messageId: id, isShown, mentionsMe };
    return { ...count, since: [...count.since, unseen].slice(-sinceMost) };
  }
  if (body.case === "messageDeleted") {
    const since = count.since.filter(({ messageId }) => messageId !== body.value.messageId);
    if (since.length < count.since.length) return { ...count, since };
    return count.messages + count.mentions > 0 ? "ask" : count;
  }
  if (body.case === "messageEdited") {
    const { messageId, mentions } = body.value;
    const mentionsMe = mentioned(mentions, me);
    const known = count.since.find((unseen) => unseen.messageId === messageId);
    if (known === undefined) return mentionsMe || count.mentions > 0 ? "ask" : count;
    return {
      ...count,
      since: count.since.map((other) => (other === known ? { ...known, mentionsMe } : other)),
    };
  }
  return count;
}

function mentioned(mentions: Mentions | undefined, me: string): boolean {
  if (mentions === undefined) return false;
  return mentions.channel || mentions.here || mentions.userIds.includes(me);
}
