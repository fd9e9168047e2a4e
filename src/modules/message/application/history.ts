import type { ChannelId, UserId } from "../../../kernel/ids.ts";
import type { Message } from "../domain/message.ts";
import type { Version } from "./ports.ts";

/** A message with everything that it consists of. */
export interface WholeMessage {
  readonly message: Message;
  /** The texts before the present one, oldest first, at most the latest fifty. */
  readonly earlier: readonly Version[];
  /** In the order in which each was first given. */
  readonly reactions: readonly WholeReaction[];
}

export interface WholeReaction {
  readonly emoji: string;
  /** Everybody who gave it, in order. */
  readonly userIds: readonly UserId[];
}

/** Takes a channel's history page by page; the next page is read when it answers. */
export interface HistoryTaker {
  /** All pages that follow are as of this position of the log. */
  begin(position: bigint): Promise<void>;
  page(messages: readonly WholeMessage[]): Promise<void>;
}

/** Reading all that was said. */
export interface Histories {
  /**
   * A channel as it was at one moment, however long it takes: each thread's root before its replies, roots in
   * the order of the log. Deleted messages are left out, but for roots whose replies are there.
   */
  read(channelId: ChannelId, taker: HistoryTaker): Promise<void>;
}
