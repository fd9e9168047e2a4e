import type { Timestamp } from "@bufbuild/protobuf/wkt";
import type { Message, Reaction, ThreadSummary } from "../../../gen/chatter/message/v1/content_pb.js";
import type { MessageEdited } from "../../../gen/chatter/message/v1/log_pb.js";

// What can happen to one message, as the server's own read model has it. Each answers a copy, or the same
// object where nothing changed.

const facesShown = 5;
const peopleNamed = 20;

export function withEdit(message: Message, { text, mentions, editedAt }: MessageEdited): Message {
  const { mentions: _mentions, editedAt: _editedAt, ...rest } = message;
  return {
    ...rest,
    text,
    ...(mentions === undefined ? {} : { mentions }),
    ...(editedAt === undefined ? {} : { editedAt }),
  };
}

/** What stays in the place of a deleted message. */
export function tombstone(message: Message, deletedAt: Timestamp | undefined): Message {
  const { mentions: _mentions, editedAt: _editedAt, ...rest } = withoutPin(message);
  return { ...rest, text: "", reactions: [], ...(deletedAt === undefined ? {} : { deletedAt }) };
}

export function withPin(message: Message, pinnedBy: string, pinnedAt: Timestamp | undefined): Message {
  return { ...message, pinnedBy, ...(pinnedAt === undefined ? {} : { pinnedAt }) };
}

export function withoutPin(message: Message): Message {
  const { pinnedAt: _pinnedAt, ...rest } = message;
  return { ...rest, pinnedBy: "" };
}

export interface Reacting {
  readonly emoji: string;
  readonly userId: string;
  /** Who looks at the message. */
  readonly me: string;
}

export function withReaction(message: Message, { emoji, userId, me }: Reacting): Message {
  const known = message.reactions.find((reaction) => reaction.emoji === emoji);
  if (known === undefined) {
    const first: Reaction = {
      $typeName: "chatter.message.v1.Reaction",
      emoji,
      count: 1,
      userIds: [userId],
      mine: userId === me,
    };
    return { ...message, reactions: [...message.reactions, first] };
  }
  const userIds = known.userIds.length < peopleNamed ? [...known.userIds, userId] : known.userIds;
  const more = { ...known, count: known.count + 1, userIds, mine: known.mine || userId === me };
  return {
    ...message,
    reactions: message.reactions.map((reaction) => (reaction === known ? more : reaction)),
  };
}

export function withoutReaction(message: Message, { emoji, userId, me }: Reacting): Message {
  const known = message.reactions.find((reaction) => reaction.emoji === emoji);
  if (known === undefined) return message;
  if (known.count <= 1) {
    return { ...message, reactions: message.reactions.filter((reaction) => reaction !== known) };
  }
  const less = {
    ...known,
    count: known.count - 1,
    userIds: known.userIds.filter((id) => id !== userId),
    mine: known.mine && userId !== me,
  };
  return {
    ...message,
    reactions: message.reactions.map((reaction) => (reaction === known ? less : reaction)),
  };
}

/** The root of a thread after somebody replied. */
export function withReply(root: Message, reply: Message): Message {
  const recent = root.thread?.recentUserIds ?? [];
  const thread: ThreadSummary = {
    $typeName: "chatter.message.v1.ThreadSummary",
    replyCount: (root.thread?.replyCount ?? 0) + 1,
    recentUserIds: [reply.authorId, ...recent.filter((id) => id !== reply.authorId)].slice(0, facesShown),
    ...(reply.postedAt === undefined ? {} : { lastReplyAt: reply.postedAt }),
  };
  return { ...root, thread };
}

/** The root after a reply was deleted. Who else replied is not told by the log, so the faces stay. */
export function withoutReply(root: Message): Message {
  if (root.thread === undefined) return root;
  const { thread, ...rest } = root;
  if (thread.replyCount <= 1) return rest;
  return { ...rest, thread: { ...thread, replyCount: thread.replyCount - 1 } };
}
