import type { ChannelEntry } from "../channel-entry.ts";

/** A quiet public channel, called like its id. */
export function entryOf(id: string, change: Partial<ChannelEntry> = {}): ChannelEntry {
  return {
    id,
    kind: "public",
    title: id,
    peerIds: [],
    isArchived: false,
    isStarred: false,
    level: "default",
    position: undefined,
    latestAt: 0,
    unread: 0,
    mentions: 0,
    hasDraft: false,
    ...change,
  };
}
