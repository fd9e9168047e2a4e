import { useEffect, useMemo } from "react";
import { useStore } from "zustand";
import { isDirect, type MyChannel } from "../../store/channels/channel.ts";
import { useWorkspace } from "../../store/client-context.tsx";
import { useChannels, useMe, useUsers } from "../../store/hooks.ts";
import type { User } from "../../store/people/user.ts";
import { activity, rememberActivity } from "./activity.ts";
import type { ChannelEntry } from "./channel-entry.ts";
import { channelTitle, peersOf } from "./channel-title.ts";

/** The reader's channels as lists show them; undefined until anything is known. */
export function useChannelEntries(): readonly ChannelEntry[] | undefined {
  const me = useMe();
  const { isRead, channels } = useChannels();
  const users = useUsers(channels.flatMap(({ channel }) => channel.directUserIds));
  const latest = useStore(activity);
  useConversationActivity();
  return useMemo(() => {
    if (!isRead && channels.length === 0) return undefined;
    return channels.map((mine) => entryOf(mine, { users, me, latestAt: latest[mine.channel.id] ?? 0 }));
  }, [isRead, channels, users, me, latest]);
}

interface Known {
  readonly users: ReadonlyMap<string, User>;
  readonly me: string;
  readonly latestAt: number;
}

function entryOf(
  { channel, membership, unread, mentions }: MyChannel,
  { users, me, latestAt }: Known,
): ChannelEntry {
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

/** Moves a conversation to the top when something is said in it. */
function useConversationActivity(): void {
  const workspace = useWorkspace();
  useEffect(
    () =>
      workspace.onNews((news) => {
        if (news.kind !== "posted") return;
        const { channelId, postedAt } = news.message;
        const channel = workspace.channels.store.getState().mine.get(channelId)?.channel;
        if (channel !== undefined && isDirect(channel)) rememberActivity(channelId, postedAt);
      }),
    [workspace],
  );
}
