import { channelPlace, channelTitle } from "../../features/channel/channel-title.ts";
import { useChannel, useMe, useUsers } from "../../store/hooks.ts";

/** What a channel is called: #launch, or the names of who is in a conversation. */
export function ChannelPlace({ channelId }: { readonly channelId: string }) {
  const me = useMe();
  const view = useChannel(channelId);
  const users = useUsers(view.status === "ready" ? view.channel.directUserIds : []);
  return view.status === "ready" ? channelPlace(view.channel, channelTitle(view.channel, users, me)) : "…";
}
