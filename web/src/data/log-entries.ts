import type { Timestamp } from "@bufbuild/protobuf/wkt";
import type { Message } from "../../../gen/chatter/message/v1/content_pb.js";
import type { Entry } from "../../../gen/chatter/stream/v1/entry_pb.js";
import {
  tombstone,
  withEdit,
  withoutPin,
  withoutReaction,
  withoutReply,
  withPin,
  withReaction,
  withReply,
} from "./message-changes.ts";

/** Which messages of a channel a window shows: its main history, or one thread with its root. */
export type Scope = { readonly kind: "channel" } | { readonly kind: "thread"; readonly rootId: string };

/** A stretch of messages that entries change. */
export interface Stretch {
  readonly scope: Scope;
  /** By seq; in a thread the root is the first. */
  readonly messages: readonly Message[];
  /** Whether a message posted at this seq comes to the end. */
  readonly takes: (seq: bigint) => boolean;
  /** Whether a message does not show the entry at this seq yet. */
  readonly lacks: (messageId: string, seq: bigint) => boolean;
  /** Who looks. */
  readonly me: string;
}

/** The messages after one entry; the same array where it changed none of them. */
export function withEntry(stretch: Stretch, seq: bigint, entry: Entry): readonly Message[] {
  const { me } = stretch;
  const { body, at } = entry;
  const change = (id: string, next: (message: Message) => Message | undefined) =>
    changed(stretch, { id, seq, next });
  switch (body.case) {
    case "messagePosted":
      return body.value.message === undefined
        ? stretch.messages
        : posted(stretch, { ...body.value.message, seq });
    case "messageEdited": {
      const edit = body.value;
      return change(edit.messageId, (message) => withEdit(message, edit));
    }
    case "messageDeleted":
      return deleted(stretch, { seq, at, ...body.value });
    case "reactionAdded": {
      const reacting = { ...body.value, me };
      return change(reacting.messageId, (message) => withReaction(message, reacting));
    }
    case "reactionRemoved": {
      const reacting = { ...body.value, me };
      return change(reacting.messageId, (message) => withoutReaction(message, reacting));
    }
    case "messagePinned": {
      const { messageId, pinnedBy } = body.value;
      return change(messageId, (message) => withPin(message, pinnedBy, at));
    }
    case "messageUnpinned":
      return change(body.value.messageId, withoutPin);
    default:
      return stretch.messages;
  }
}

export function isShown(scope: Scope, { id, threadRootId, alsoInChannel }: Message): boolean {
  if (scope.kind === "thread") return id === scope.rootId || threadRootId === scope.rootId;
  return threadRootId === "" || alsoInChannel;
}

function posted(stretch: Stretch, message: Message): readonly Message[] {
  const { scope, takes } = stretch;
  const messages =
    message.threadRootId === ""
      ? stretch.messages
      : changed(stretch, {
          id: message.threadRootId,
          seq: message.seq,
          next: (root) => withReply(root, message),
        });
  return isShown(scope, message) && takes(message.seq) ? [...messages, message] : messages;
}

interface Deletion {
  readonly seq: bigint;
  readonly at?: Timestamp | undefined;
  readonly messageId: string;
  readonly threadRootId: string;
}

function deleted(stretch: Stretch, { seq, at, messageId, threadRootId }: Deletion): readonly Message[] {
  const messages = changed(stretch, {
    id: messageId,
    seq,
    next: (message) => unlessEmpty(stretch.scope, tombstone(message, at)),
  });
  if (threadRootId === "") return messages;
  return changed(
    { ...stretch, messages },
    { id: threadRootId, seq, next: (root) => unlessEmpty(stretch.scope, withoutReply(root)) },
  );
}

/** A deleted message is shown only where replies, or the thread that it began, hang on it. */
function unlessEmpty(scope: Scope, message: Message): Message | undefined {
  const held = message.thread !== undefined || (scope.kind === "thread" && scope.rootId === message.id);
  return message.deletedAt === undefined || held ? message : undefined;
}

interface Change {
  readonly id: string;
  readonly seq: bigint;
  /** The message afterwards; undefined takes it away. */
  readonly next: (message: Message) => Message | undefined;
}

function changed({ messages, lacks }: Stretch, { id, seq, next }: Change): readonly Message[] {
  const index = messages.findLastIndex((message) => message.id === id);
  const message = messages[index];
  if (message === undefined || !lacks(id, seq)) return messages;
  const after = next(message);
  if (after === message) return messages;
  return after === undefined ? messages.toSpliced(index, 1) : messages.with(index, after);
}
