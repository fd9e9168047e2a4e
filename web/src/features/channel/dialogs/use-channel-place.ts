import { useChannel, useMe, useUsers } from "../../../store/hooks.ts";
import { t } from "../../../text/text.ts";
import { channelPlace, channelTitle } from "../channel-title.ts";

/** What people call a channel: #launch, or who is in a conversation. */
export function useChannelPlace(channelId: string): string {
  const me = useMe();
  const view = useChannel(channelId);
  const channel = view.status === "ready" ? view.channel : undefined;
  const users = useUsers(channel?.directUserIds ?? []);
  if (channel === undefined) return t("message.unknownChannel");
  return channelPlace(channel, channelTitle(channel, users, me));
}
