import { useMemo } from "react";
import type { Channel, Membership } from "../../../store/channels/channel.ts";
import { useChannel, useMe, useSession, useUsers } from "../../../store/hooks.ts";
import { type ChannelRights, rightsIn } from "../can.ts";
import { channelPlace, channelTitle } from "../channel-title.ts";

/** A channel with its name and what this person may do in it. */
export interface KnownChannel {
  readonly channel: Channel;
  readonly membership: Membership | undefined;
  readonly title: string;
  /** As people write it: #launch, or who is in a conversation. */
  readonly place: string;
  readonly rights: ChannelRights;
}

/** Undefined until the channel is known, and where it may not be seen. */
export function useKnownChannel(channelId: string): KnownChannel | undefined {
  const me = useMe();
  const session = useSession();
  const view = useChannel(channelId);
  const { channel, membership } = view.status === "ready" ? view : {};
  const users = useUsers(channel?.directUserIds ?? []);
  const role = session.phase === "signed-in" ? session.account.role : "guest";
  return useMemo(() => {
    if (channel === undefined) return undefined;
    const title = channelTitle(channel, users, me);
    const rights = rightsIn(channel, membership, role);
    return { channel, membership, title, place: channelPlace(channel, title), rights };
  }, [channel, membership, users, me, role]);
}
