import type { ChannelId, MessageId, UserId } from "../../../kernel/ids.ts";
import type { Attachment } from "./attachment.ts";
import { refuse } from "./errors.ts";
import type { MessageChange } from "./events.ts";
import { type Mentions, mentionsIn } from "./mentions.ts";
import type { Poll } from "./poll.ts";
import type { Previews } from "./previews.ts";

/** A message as it is now, apart from its reactions. */
export interface Message {
  readonly id: MessageId;
  readonly channelId: ChannelId;
  /** The position in the channel's log at which it was posted. */
  readonly seq: bigint;
  readonly authorId: UserId;
  /** Chosen by the sender: names the message before it has an id, and in every retry. */
  readonly clientId: string;
  /** Markdown; empty once deleted, where it forwards without a comment, and where files say all. */
  readonly text: string;
  readonly postedAt: Date;
  readonly mentions: Mentions;
  readonly threadRootId?: MessageId;
  readonly alsoInChannel: boolean;
  readonly forwarded?: Forwarded;
  readonly thread?: ThreadSummary;
  readonly editedAt?: Date;
  readonly deletedAt?: Date;
  readonly pin?: Pin;
  readonly previews?: Previews;
  /** In the order of the sender; absent where there are none, and once deleted. */
  readonly attachments?: readonly Attachment[];
  readonly poll?: Poll;
}

/** A copy of what somebody forwarded, as it said at that moment, and where it came from. */
export interface Forwarded {
  readonly messageId: MessageId;
  readonly channelId: ChannelId;
  readonly authorId: UserId;
  readonly postedAt: Date;
  /** Markdown; empty once the original was deleted. */
  readonly text: string;
}

export interface ThreadSummary {
  readonly replyCount: number;
  readonly lastReplyAt: Date;
  /** The latest to reply first, at most five. */
  readonly recentUserIds: readonly UserId[];
}

export interface Pin {
  readonly by: UserId;
  readonly at: Date;
}

/** A message that has no place in the log yet. */
export type NewMessage = Omit<Message, "seq" | "thread" | "editedAt" | "deletedAt" | "pin" | "previews">;

export const LONGEST_TEXT_BYTES = 40_000;

/** Text that can stand in a message: not blank, not too long, without NUL; throws. */
export function textOfMessage(text: string): string {
  const clean = commentOf(text);
  if (clean === "") throw refuse("MESSAGE_EMPTY");
  return clean;
}

/** As the text of a message, but it may be empty: what is said to something that is forwarded, or to files. Throws. */
export function commentOf(text: string): string {
  const clean = text.replaceAll("\u0000", "").trimEnd();
  if (Buffer.byteLength(clean) > LONGEST_TEXT_BYTES) {
    throw refuse("MESSAGE_TOO_LONG", { limitBytes: LONGEST_TEXT_BYTES });
  }
  return clean;
}

/** Throws MESSAGE_DELETED for what is only a tombstone. */
export function assertNotDeleted(message: Message): void {
  if (message.deletedAt !== undefined) throw refuse("MESSAGE_DELETED");
}

export function edit(message: Message, by: UserId, text: string, at: Date): MessageChange[] {
  assertNotDeleted(message);
  if (message.authorId !== by) throw refuse("NOT_THE_AUTHOR");
  const edited = message.attachments === undefined ? textOfMessage(text) : commentOf(text);
  if (edited === message.text) return [];
  return [{ type: "edited", messageId: message.id, text: edited, mentions: mentionsIn(edited), by, at }];
}

/** Deleting what is deleted already changes nothing. Who may is a question of authorship or permission. */
export function remove(message: Message, by: UserId, at: Date): MessageChange[] {
  if (message.deletedAt !== undefined) return [];
  return [{ type: "deleted", messageId: message.id, threadRootId: message.threadRootId, by, at }];
}

/** The copy that forwarding a message makes: of what it says, or of what it forwards and says nothing to. Throws MESSAGE_DELETED, NOTHING_TO_FORWARD. */
export function forward(message: Message): Forwarded {
  assertNotDeleted(message);
  const { id, channelId, authorId, postedAt, text, forwarded } = message;
  if (text === "" && forwarded === undefined) throw refuse("NOTHING_TO_FORWARD");
  if (forwarded === undefined || text !== "") return { messageId: id, channelId, authorId, postedAt, text };
  if (forwarded.text === "") throw refuse("MESSAGE_DELETED");
  return forwarded;
}

/** Takes the text out of a copy whose original was deleted. */
export function withdrawForwarded(message: Message, by: UserId, at: Date): MessageChange[] {
  if (message.deletedAt !== undefined || (message.forwarded?.text ?? "") === "") return [];
  return [{ type: "forward_withdrawn", messageId: message.id, by, at }];
}

/**
 * Makes a message a reply to an earlier one of its channel; one that is there already is left. Throws
 * MESSAGE_DELETED, THREAD_NOT_FOUND, THREAD_BEGINS_LATER, HAS_REPLIES. Who may is a question of authorship or permission.
 */
export function moveToThread(
  message: Message,
  root: Message | undefined,
  by: UserId,
  at: Date,
): MessageChange[] {
  assertNotDeleted(message);
  if (root === undefined || root.threadRootId !== undefined || root.deletedAt !== undefined) {
    throw refuse("THREAD_NOT_FOUND");
  }
  const { id: messageId, threadRootId: fromThreadRootId, authorId, postedAt } = message;
  if (fromThreadRootId === root.id) return [];
  if (message.thread !== undefined) throw refuse("HAS_REPLIES");
  if (message.seq <= root.seq) throw refuse("THREAD_BEGINS_LATER");
  const moved = { messageId, threadRootId: root.id, fromThreadRootId, authorId, postedAt };
  return [{ type: "moved_to_thread", ...moved, by, at }];
}

export function pin(message: Message, by: UserId, at: Date): MessageChange[] {
  assertNotDeleted(message);
  return message.pin === undefined ? [{ type: "pinned", messageId: message.id, by, at }] : [];
}

export function unpin(message: Message, by: UserId, at: Date): MessageChange[] {
  return message.pin === undefined ? [] : [{ type: "unpinned", messageId: message.id, by, at }];
}
