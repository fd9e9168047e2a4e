import type { Membership } from "../../../store/channels/channel.ts";
import type { ChannelEntry } from "../channel-entry.ts";

/** What can be done with a channel from a list of channels. The same object between renders. */
export interface ChannelActions {
  readonly markRead: (entry: ChannelEntry) => void;
  readonly setStarred: (entry: ChannelEntry, isStarred: boolean) => void;
  readonly setLevel: (entry: ChannelEntry, level: Membership["level"]) => void;
  readonly copyLink: (entry: ChannelEntry) => void;
  /** Brings a channel to another index among those that it stands with, in their order. */
  readonly move: (entry: ChannelEntry, siblings: readonly ChannelEntry[], to: number) => void;
  readonly leave: (entry: ChannelEntry) => void;
}
