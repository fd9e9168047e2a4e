import type { ChannelId, MessageId, UserId } from "../../../kernel/ids.ts";
import type { Mentions } from "./mentions.ts";
import type { NewMessage } from "./message.ts";
import type { PollOption } from "./poll.ts";
import type { LinkPreview } from "./previews.ts";

interface Fact<T extends string> {
  readonly type: T;
  readonly by: UserId;
  readonly at: Date;
}

interface FactAboutMessage<T extends string> extends Fact<T> {
  readonly messageId: MessageId;
}

export interface Posted extends Fact<"posted"> {
  readonly message: NewMessage;
}
export interface Edited extends FactAboutMessage<"edited"> {
  readonly text: string;
  readonly mentions: Mentions;
}
export interface Deleted extends FactAboutMessage<"deleted"> {
  readonly threadRootId: MessageId | undefined;
}
export interface ReactionAdded extends FactAboutMessage<"reaction_added"> {
  readonly emoji: string;
}
export interface ReactionRemoved extends FactAboutMessage<"reaction_removed"> {
  readonly emoji: string;
}
export type Pinned = FactAboutMessage<"pinned">;
export type Unpinned = FactAboutMessage<"unpinned">;
/** All previews it has from now on. */
export interface LinksPreviewed extends FactAboutMessage<"links_previewed"> {
  readonly previews: readonly LinkPreview[];
}
export interface PreviewRemoved extends FactAboutMessage<"preview_removed"> {
  readonly url: string;
}
/** It became a reply, or one in another thread. */
export interface MovedToThread extends FactAboutMessage<"moved_to_thread"> {
  readonly threadRootId: MessageId;
  readonly fromThreadRootId: MessageId | undefined;
  readonly authorId: UserId;
  readonly postedAt: Date;
}
/** What it forwarded was deleted. */
export type ForwardWithdrawn = FactAboutMessage<"forward_withdrawn">;
export interface PollOptionAdded extends FactAboutMessage<"poll_option_added"> {
  readonly option: PollOption;
}
/** So many votes there are from now on. */
export interface PollTallied extends FactAboutMessage<"poll_tallied"> {
  readonly counts: readonly { readonly optionId: number; readonly votes: number }[];
  readonly voters: number;
}
export type PollClosed = FactAboutMessage<"poll_closed">;

/** What happened to a message, as the channel's log keeps it. */
export type MessageEvent =
  | Posted
  | Edited
  | Deleted
  | ReactionAdded
  | ReactionRemoved
  | Pinned
  | Unpinned
  | LinksPreviewed
  | PreviewRemoved
  | MovedToThread
  | ForwardWithdrawn
  | PollOptionAdded
  | PollTallied
  | PollClosed;

/** What happened to a message that was there before. */
export type MessageChange = Exclude<MessageEvent, Posted>;

/** What somebody has begun to write, as their own stream keeps it; an empty text: nothing any more. */
export interface DraftChanged extends Fact<"draft_changed"> {
  readonly channelId: ChannelId;
  readonly threadRootId: MessageId | undefined;
  readonly text: string;
}

/** Somebody keeps a message for later, is done with it, or does not keep it any more. */
export interface SavedChanged extends FactAboutMessage<"saved_changed"> {
  readonly state: "saved" | "done" | "removed";
}
