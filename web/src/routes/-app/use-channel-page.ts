import { useMemo } from "react";
import type { Failure } from "../../api/failure.ts";
import { type ChannelRights, rightsIn } from "../../features/channel/can.ts";
import { channelPlace, channelTitle } from "../../features/channel/channel-title.ts";
import type { MessageRights } from "../../features/message/message-scope.ts";
import type { Channel, Membership } from "../../store/channels/channel.ts";
import { useChannel, useMe, useSession, useUsers } from "../../store/hooks.ts";

/** A channel with its name and what the reader may do in it. */
export interface OpenChannel {
  readonly channel: Channel;
  readonly membership: Membership | undefined;
  readonly unread: number;
  readonly title: string;
  /** As people write it: #launch, or the names. */
  readonly place: string;
  readonly rights: ChannelRights;
  readonly messageRights: MessageRights;
}

export type ChannelPageState =
  | { readonly status: "loading" }
  | { readonly status: "failed"; readonly failure: Failure }
  | ({ readonly status: "ready" } & OpenChannel);

export function useChannelPage(channelId: string): ChannelPageState {
  const me = useMe();
  const session = useSession();
  const role = session.phase === "signed-in" ? session.account.role : "guest";
  const view = useChannel(channelId);
  const { channel, membership } = view.status === "ready" ? view : {};
  const users = useUsers(channel?.directUserIds ?? []);
  const rights = useMemo(() => channel && rightsIn(channel, membership, role), [channel, membership, role]);
  const messageRights = useMemo(
    () => ({ me, canPost: rights?.canPost ?? false, canModerate: rights?.canModerate ?? false }),
    [me, rights?.canPost, rights?.canModerate],
  );
  if (view.status !== "ready" || rights === undefined)
    return view.status === "failed" ? view : { status: "loading" };
  const title = channelTitle(view.channel, users, me);
  return { ...view, title, place: channelPlace(view.channel, title), rights, messageRights };
}
