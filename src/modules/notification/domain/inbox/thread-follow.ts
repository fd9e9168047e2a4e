import type { ChannelId, MessageId, UserId } from "../../../../kernel/ids.ts";

/** How one person follows one thread, and how far they have read in it. */
export interface Follow {
  readonly userId: UserId;
  readonly threadRootId: MessageId;
  readonly channelId: ChannelId;
  readonly following: boolean;
  /** The last entry of the channel's log that they have read in the thread. */
  readonly readSeq: bigint;
}

/** Moves the read position forward, never back and never past the end of the log. */
export function readUpTo(follow: Follow, seq: bigint, head: bigint): Follow {
  const reached = seq < head ? seq : head;
  return reached > follow.readSeq ? { ...follow, readSeq: reached } : follow;
}

/** Moves it back to just before a reply, never forward. */
export function unreadFrom(follow: Follow, seq: bigint): Follow {
  return seq <= follow.readSeq ? { ...follow, readSeq: seq - 1n } : follow;
}
