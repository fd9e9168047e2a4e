import type { NotificationLevel } from "../../../../../gen/chatter/channel/v1/channel_pb.js";
import type { ChannelEntry } from "../channel-entry.ts";

/** What can be done with a channel from a list of channels. The same object between renders. */
export interface ChannelActions {
  readonly markRead: (entry: ChannelEntry) => void;
  readonly setStarred: (entry: ChannelEntry, isStarred: boolean) => void;
  readonly setLevel: (entry: ChannelEntry, level: NotificationLevel) => void;
  readonly copyLink: (entry: ChannelEntry) => void;
  readonly leave: (entry: ChannelEntry) => void;
}
