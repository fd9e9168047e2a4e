import type { Actor } from "../../../kernel/actor.ts";
import type { ChannelId, FileId, GroupId, MessageId, UserId } from "../../../kernel/ids.ts";
import type { Attachment } from "../domain/attachment.ts";
import type { DraftChanged, MessageChange } from "../domain/events.ts";
import type { Audience } from "../domain/mentions.ts";
import type { Message, NewMessage } from "../domain/message.ts";
import type { Reaction, ReactionState } from "../domain/reaction.ts";

/** A right to write in a channel, void as soon as anybody loses a right there. */
export interface Permit {
  readonly epoch: bigint;
}

export type WritePermission = "send_message" | "delete_message";

/** Who may write. `fresh` asks past every cache. */
export interface WriteAccess {
  permit(
    user: UserId,
    permission: WritePermission,
    channel: ChannelId,
    fresh?: "fresh",
  ): Promise<Permit | undefined>;
}

/** Why somebody may not write. */
export interface Closings {
  /** Whether it is a conversation between this person and another, of whom one blocked the other. */
  isClosedTo(user: UserId, channel: ChannelId): Promise<boolean>;
}

/** What the file context knows of what is to be attached. */
export interface FileLookup {
  /**
   * Lets everybody see these files who reads the channel, because of this message, which is about to be posted;
   * answers them in this order. Throws FILE_NOT_FOUND for what the actor may not share.
   */
  share(
    actor: Actor,
    by: { readonly messageId: MessageId; readonly channelId: ChannelId },
    files: readonly FileId[],
  ): Promise<readonly Attachment[]>;
  /** Takes that back: the message was not posted. */
  release(message: MessageId): Promise<void>;
}

/** How many would be called by a mention of everybody. */
export interface Audiences {
  audienceOf(channel: ChannelId, user: UserId): Promise<Audience>;
}

export interface ReadPosition {
  readonly channelId: ChannelId;
  readonly readSeq: bigint;
}

/** How far a person has read in each channel they are a member of. */
export interface Memberships {
  readPositions(user: UserId): Promise<readonly ReadPosition[]>;
}

/** Whose calls reach a person, besides those by their name and those of everybody. */
export interface Callings {
  /** Groups they are in. */
  readonly groupIds: readonly GroupId[];
  /** Whoever calls them in vain: one of the two blocked the other. */
  readonly apartIds: readonly UserId[];
}

/** What the user context knows of it. */
export interface Circles {
  callingsOf(user: UserId): Promise<Callings>;
}

/** A message with what a reader sees on it. */
export interface MessageView {
  readonly message: Message;
  readonly reactions: readonly Reaction[];
}

/** What a message said from a moment on. */
export interface Version {
  readonly text: string;
  readonly writtenAt: Date;
}

/** The texts of messages as the log keeps them. */
export interface Versions {
  /** The latest, oldest first, the last being the present one; none of a message that is deleted. */
  latest(id: MessageId, limit: number): Promise<readonly Version[]>;
}

export type PostOutcome =
  /** Known is what its author sent before under the same client id. */
  | { readonly kind: "posted" | "known"; readonly messageId: MessageId; readonly seq: bigint }
  | { readonly kind: "revoked" }
  | { readonly kind: "no_thread" }
  /** What it forwards was deleted meanwhile. */
  | { readonly kind: "no_source" };

/** What a decision about one message may look at while nobody else can write in its channel. */
export interface LockedMessage {
  readonly message: Message;
  /** Another message of the channel. */
  find(id: MessageId): Promise<Message | undefined>;
  reactionState(emoji: string, user: UserId): Promise<ReactionState>;
  pinsInChannel(): Promise<number>;
  /** Writes what somebody votes for; answers what they voted for before. The change that tells of it is to follow. */
  replaceVotes(user: UserId, optionIds: ReadonlySet<number>, at: Date): Promise<ReadonlySet<number>>;
}

/** Writing new messages, each durable with its place in the log when this answers. */
export interface Posting {
  /** Throws CHANNEL_BUSY when too many are waiting. */
  post(message: NewMessage, permit: Permit): Promise<PostOutcome>;
}

/** Changing what was posted: each call is one durable step in the log and in the read model, or none. */
export interface Changing {
  /** Locks the channel, lets `decide` look at the message and writes what it answers. */
  change(
    target: { readonly messageId: MessageId; readonly channelId: ChannelId },
    permit: Permit | "by nobody's right",
    decide: (locked: LockedMessage) => Promise<readonly MessageChange[]>,
  ): Promise<"done" | "revoked">;
}

/** The copies that forwarding made. */
export interface Forwards {
  /** Some of those of a message that still have its text. */
  of(
    original: MessageId,
    limit: number,
  ): Promise<readonly { readonly messageId: MessageId; readonly channelId: ChannelId }[]>;
}

/** What a person has here besides what the logs tell of. */
export interface Belongings {
  /** Some of their messages that are not deleted. */
  undeleted(
    author: UserId,
    limit: number,
  ): Promise<readonly { readonly messageId: MessageId; readonly channelId: ChannelId }[]>;
  /** Some of their reactions. */
  reactions(
    by: UserId,
    limit: number,
  ): Promise<
    readonly { readonly messageId: MessageId; readonly channelId: ChannelId; readonly emoji: string }[]
  >;
  /** Some of the messages in which they voted. */
  votes(
    by: UserId,
    limit: number,
  ): Promise<readonly { readonly messageId: MessageId; readonly channelId: ChannelId }[]>;
  /** Deletes who called them, their drafts, what they planned and what they saved. */
  forget(user: UserId): Promise<void>;
}

/** Making the read model anew from the log. */
export interface Rebuilding {
  /** The channels that have a log, in the order of their ids, from after the given one on. */
  channels(after: ChannelId | undefined, limit: number): Promise<readonly ChannelId[]>;
  /** Makes everything anew that is read of a channel's messages, in one step; answers how many there are. */
  rebuild(channel: ChannelId): Promise<number>;
}

/** Which part of a channel's history to read. */
export type Anchor =
  | { readonly kind: "latest" }
  | { readonly kind: "before"; readonly seq: bigint }
  | { readonly kind: "after"; readonly seq: bigint }
  | { readonly kind: "around"; readonly seq: bigint };

export interface HistoryPage {
  /** Oldest first. */
  readonly messages: readonly MessageView[];
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
  /** The log position that the page reflects at least. */
  readonly head: bigint;
}

export interface ThreadPage {
  readonly root: MessageView;
  readonly replies: readonly MessageView[];
  readonly hasOlder: boolean;
  readonly head: bigint;
}

export interface UnreadCount {
  readonly channelId: ChannelId;
  /** The position from which it was counted. */
  readonly readSeq: bigint;
  readonly head: bigint;
  readonly messages: number;
  readonly mentions: number;
  /** When the last message that is shown in the channel was posted. */
  readonly latestAt: Date | undefined;
}

/** The read side. `reader` decides what is marked as their own. */
export interface Messages {
  channelOf(id: MessageId): Promise<ChannelId | undefined>;
  /** Those of them that are there and were not deleted. */
  posted(ids: readonly MessageId[]): Promise<ReadonlySet<MessageId>>;
  find(id: MessageId, reader: UserId): Promise<MessageView | undefined>;
  page(channel: ChannelId, anchor: Anchor, limit: number, reader: UserId): Promise<HistoryPage>;
  /** The position of the first message at or after the moment; undefined after the last. */
  seqAt(channel: ChannelId, moment: Date): Promise<bigint | undefined>;
  thread(
    root: MessageId,
    page: { readonly before: bigint | undefined; readonly limit: number },
    reader: UserId,
  ): Promise<ThreadPage | undefined>;
  pins(channel: ChannelId, reader: UserId): Promise<readonly MessageView[]>;
  unread(
    positions: readonly ReadPosition[],
    reader: UserId,
    callings: Callings,
  ): Promise<readonly UnreadCount[]>;
}

export interface Draft {
  readonly channelId: ChannelId;
  readonly threadRootId?: MessageId;
  readonly text: string;
  readonly updatedAt: Date;
}

export interface Drafts {
  list(author: UserId): Promise<readonly Draft[]>;
  /** Keeps or, with an empty text, removes it; throws TOO_MANY_DRAFTS. */
  save(change: DraftChanged): Promise<void>;
}
