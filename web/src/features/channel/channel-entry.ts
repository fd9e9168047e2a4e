import type { Channel, Membership } from "../../store/channels/channel.ts";

/** A channel or conversation as lists of them show it. */
export interface ChannelEntry {
  readonly id: string;
  readonly kind: Channel["kind"];
  /** The channel's name, or the names of the others in a conversation. */
  readonly title: string;
  /** The others in a conversation; empty for channels. */
  readonly peerIds: readonly string[];
  readonly isArchived: boolean;
  readonly isStarred: boolean;
  readonly level: Membership["level"];
  /** Where the person put it among the channels. */
  readonly position: number | undefined;
  /** When something was last said in it, in milliseconds since 1970; 0 where that is not known. */
  readonly latestAt: number;
  readonly unread: number;
  readonly mentions: number;
  /** Something was begun to be written in it. */
  readonly hasDraft: boolean;
}

/** Whether it stands out among the others: a muted one does only when somebody calls the reader by name. */
export function isUnread({ unread, mentions, level }: ChannelEntry): boolean {
  return mentions > 0 || (unread > 0 && level !== "nothing");
}
