import type { MovedToThread } from "../../../../gen/chatter/message/v1/log_pb.js";
import type { LogEntry } from "../../realtime/streams.ts";
import { mentionsFromProto, msOf, optionFromProto, previewsFromProto } from "./from-proto.ts";
import type { Message, Poll, Reaction, ThreadSummary } from "./message.ts";

const peopleNamed = 20;
const recentRepliers = 5;

/** What a message is after an entry of its channel's log; the same object if the entry is about others. */
export function fold(message: Message, entry: LogEntry, me: string): Message {
  const { body, at } = entry;
  switch (body.case) {
    case "messagePosted": {
      const reply = body.value.message;
      return reply !== undefined && reply.threadRootId === message.id
        ? { ...message, thread: withReply(message.thread, reply.authorId, msOf(reply.postedAt) ?? at) }
        : message;
    }
    case "messageDeleted":
      if (body.value.messageId === message.id) return deleted(message, at);
      return body.value.threadRootId === message.id
        ? { ...message, thread: withoutReply(message.thread) }
        : message;
    case "movedToThread":
      return moved(message, body.value);
    default:
      return messageIdOf(body) === message.id ? changed(message, entry, me) : message;
  }
}

/** The message that an entry changes; undefined if it changes none. */
export function messageIdOf(body: LogEntry["body"]): string | undefined {
  switch (body.case) {
    case "messageEdited":
    case "messageDeleted":
    case "reactionAdded":
    case "reactionRemoved":
    case "messagePinned":
    case "messageUnpinned":
    case "forwardWithdrawn":
    case "movedToThread":
    case "linksPreviewed":
    case "previewRemoved":
    case "pollOptionAdded":
    case "pollTallied":
    case "pollClosed":
      return body.value.messageId;
    default:
      return undefined;
  }
}

/** It is the message that was moved, what it hangs on now, or what it hung on. */
function moved(message: Message, move: MovedToThread): Message {
  const { messageId, threadRootId, fromThreadRootId, authorId, postedAt } = move;
  switch (message.id) {
    case messageId:
      return { ...message, threadRootId, alsoInChannel: false };
    case threadRootId:
      return { ...message, thread: withMoved(message.thread, authorId, msOf(postedAt) ?? 0) };
    case fromThreadRootId:
      return { ...message, thread: withoutReply(message.thread) };
    default:
      return message;
  }
}

function changed(message: Message, { body, at }: LogEntry, me: string): Message {
  switch (body.case) {
    case "messageEdited": {
      const { text, mentions, editedAt } = body.value;
      return { ...message, text, mentions: mentionsFromProto(mentions), editedAt: msOf(editedAt) ?? at };
    }
    case "reactionAdded":
      return { ...message, reactions: withReaction(message.reactions, body.value, me) };
    case "reactionRemoved":
      return { ...message, reactions: withoutReaction(message.reactions, body.value, me) };
    case "messagePinned":
      return { ...message, pin: { by: body.value.pinnedBy, at } };
    case "messageUnpinned":
      return { ...message, pin: undefined };
    case "forwardWithdrawn":
      return { ...message, forwarded: message.forwarded && { ...message.forwarded, text: "" } };
    case "pollOptionAdded":
    case "pollTallied":
    case "pollClosed":
      return { ...message, poll: message.poll && polled(message.poll, body, at) };
    case "linksPreviewed":
      return { ...message, previews: previewsFromProto(body.value.previews) };
    case "previewRemoved": {
      const { url } = body.value;
      return { ...message, previews: message.previews?.filter((preview) => preview.url !== url) };
    }
    default:
      return message;
  }
}

function polled(poll: Poll, body: LogEntry["body"], at: number): Poll {
  switch (body.case) {
    case "pollOptionAdded": {
      const { option } = body.value;
      return option ? { ...poll, options: [...poll.options, optionFromProto(option)] } : poll;
    }
    case "pollTallied": {
      const counts = new Map(body.value.options.map(({ optionId, votes }) => [optionId, votes]));
      const options = poll.options.map((it) => ({ ...it, votes: counts.get(it.id) ?? it.votes }));
      return { ...poll, options, voters: body.value.voters };
    }
    case "pollClosed":
      return { ...poll, closedAt: at };
    default:
      return poll;
  }
}

export function deleted(message: Message, at: number): Message {
  const mentions = mentionsFromProto(undefined);
  const gone = {
    text: "",
    mentions,
    reactions: [],
    editedAt: undefined,
    pin: undefined,
    forwarded: undefined,
    attachments: undefined,
    previews: undefined,
    poll: undefined,
  };
  return { ...message, ...gone, deletedAt: at };
}

interface Reacting {
  readonly emoji: string;
  readonly userId: string;
}

export function withReaction(
  reactions: readonly Reaction[],
  { emoji, userId }: Reacting,
  me: string,
): readonly Reaction[] {
  const mine = userId === me;
  if (reactions.every((reaction) => reaction.emoji !== emoji)) {
    return [...reactions, { emoji, count: 1, userIds: [userId], mine }];
  }
  return reactions.map((reaction) => {
    if (reaction.emoji !== emoji) return reaction;
    const { count, userIds } = reaction;
    const named = userIds.length < peopleNamed ? [...userIds, userId] : userIds;
    return { emoji, count: count + 1, userIds: named, mine: reaction.mine || mine };
  });
}

export function withoutReaction(
  reactions: readonly Reaction[],
  { emoji, userId }: Reacting,
  me: string,
): readonly Reaction[] {
  return reactions.flatMap((reaction) => {
    if (reaction.emoji !== emoji) return [reaction];
    if (reaction.count <= 1) return [];
    const userIds = reaction.userIds.filter((user) => user !== userId);
    return [{ emoji, count: reaction.count - 1, userIds, mine: reaction.mine && userId !== me }];
  });
}

function withReply(thread: ThreadSummary | undefined, author: string, at: number): ThreadSummary {
  const { replyCount = 0, recentUserIds = [] } = thread ?? {};
  const others = recentUserIds.filter((user) => user !== author);
  return {
    replyCount: replyCount + 1,
    lastReplyAt: at,
    recentUserIds: [author, ...others].slice(0, recentRepliers),
  };
}

/** A reply among the others: it may be older than the last. */
function withMoved(thread: ThreadSummary | undefined, author: string, at: number): ThreadSummary {
  const { replyCount = 0, lastReplyAt = 0, recentUserIds = [] } = thread ?? {};
  if (at >= lastReplyAt) return withReply(thread, author, at);
  const userIds = recentUserIds.includes(author) ? recentUserIds : [...recentUserIds, author];
  return { replyCount: replyCount + 1, lastReplyAt, recentUserIds: userIds.slice(0, recentRepliers) };
}

/** Who else replied last is known to the server only; those shown stay until the thread is read again. */
function withoutReply(thread: ThreadSummary | undefined): ThreadSummary | undefined {
  if (thread === undefined || thread.replyCount <= 1) return undefined;
  return { ...thread, replyCount: thread.replyCount - 1 };
}
