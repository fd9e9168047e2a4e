import { useMemo } from "react";
import { isDirect, type MyChannel } from "../../store/channels/channel.ts";
import { useChannels, useDraftedChannels, useMe, useUsers } from "../../store/hooks.ts";
import type { User } from "../../store/people/user.ts";
import type { ChannelEntry } from "./channel-entry.ts";
import { channelTitle, peersOf } from "./channel-title.ts";

/** The reader's channels as lists show them; undefined until anything is known. */
export function useChannelEntries(): readonly ChannelEntry[] | undefined {
  const me = useMe();
  const { isRead, channels } = useChannels();
  const drafted = useDraftedChannels();
  const users = useUsers(channels.flatMap(({ channel }) => channel.directUserIds));
  return useMemo(
    () =>
      isRead || channels.length > 0
        ? channels.map((mine) => ({
            ...entryOf(mine, users, me),
            hasDraft: drafted.has(mine.channel.id),
          }))
        : undefined,
    [isRead, channels, users, me, drafted],
  );
}

function entryOf(
  { channel, membership, unread, mentions, latestAt }: MyChannel,
  users: ReadonlyMap<string, User>,
  me: string,
): Omit<ChannelEntry, "hasDraft"> {
  const { id, kind, isArchived } = channel;
  const { isStarred, level, position } = membership;
  return {
    id,
    kind,
    title: channelTitle(channel, users, me),
    peerIds: peersOf(channel, me),
    isArchived,
    isStarred,
    level,
    position,
    latestAt,
    unread,
    // Everything that is said in a conversation is said to the reader.
    mentions: isDirect(channel) && level !== "nothing" ? Math.max(unread, mentions) : mentions,
  };
}
