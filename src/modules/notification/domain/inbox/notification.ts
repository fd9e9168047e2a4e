import type { ChannelId, MessageId, NotificationId, UserId } from "../../../../kernel/ids.ts";
import type { Decision } from "./decision.ts";
import type { Reason } from "./reason.ts";

/** Where it happened, as far as it did in a channel. */
export interface Place {
  readonly channelId: ChannelId;
  /** The position in the channel's log: read positions tell whether it was read. */
  readonly seq: bigint;
  readonly message?: Said;
}

/** The message that it is about. */
export interface Said {
  readonly id: MessageId;
  readonly threadRootId: MessageId | undefined;
  /** Shown in the channel, and read there; otherwise in its thread. */
  readonly inChannel: boolean;
}

/** One thing that one person is told of. */
export interface Notification {
  readonly id: NotificationId;
  readonly userId: UserId;
  readonly reason: Reason;
  readonly place: Place | undefined;
  /** Who did it; undefined for what nobody did. */
  readonly actorId: UserId | undefined;
  /** What is said where there is no message. */
  readonly text: string;
  readonly raisedAt: Date;
  readonly decision: Decision;
}

/** A notification and what became of it. */
export interface Kept extends Notification {
  /** Looked at in the inbox itself. */
  readonly readAt: Date | undefined;
  readonly doneAt: Date | undefined;
  readonly snoozedUntil: Date | undefined;
}

/** How far somebody has read. */
export interface Reached {
  readonly channel: bigint;
  readonly thread: bigint;
}

/** Whether it was looked at, in the inbox or where it was said. Reactions and reminders are news of what was read. */
export function isRead({ readAt, reason, place }: Kept, reached: Reached): boolean {
  if (readAt !== undefined) return true;
  if (reason.cause === "reaction" || reason.cause === "reminder") return false;
  return place?.message !== undefined && isReadThere(place.seq, place.message, reached);
}

function isReadThere(seq: bigint, message: Said, { channel, thread }: Reached): boolean {
  if (message.threadRootId !== undefined && seq <= thread) return true;
  return message.inChannel && seq <= channel;
}
