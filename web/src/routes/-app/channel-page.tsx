import { useMemo } from "react";
import { channelPlace, channelTitle } from "../../features/channel/channel-title.ts";
import { ChannelPane } from "../../features/message/pane/channel-pane.tsx";
import type { MessageRights } from "../../features/message/message-scope.ts";
import type { Message } from "../../store/log/message.ts";
import { useChannel, useMe, useUsers } from "../../store/hooks.ts";
import { useAddressPlace, useWays } from "./use-place.ts";

/** The channel that the address names. */
export function ChannelPage() {
  const { channelId = "", messageId } = useAddressPlace();
  const view = useChannel(channelId);
  const me = useMe();
  const users = useUsers(view.status === "ready" ? view.channel.directUserIds : []);
  const { openThread } = useWays();
  const open = useMemo(() => (message: Message) => openThread(message.threadRootId ?? message.id), [openThread]);
  const rights = useMemo((): MessageRights => ({ me, canPost: true, canModerate: false }), [me]);
  if (view.status !== "ready") return null;
  const { channel, membership, unread } = view;
  const place = channelPlace(channel, channelTitle(channel, users, me));
  return (
    <ChannelPane
      key={channel.id}
      channel={channel}
      membership={membership}
      unread={unread}
      place={place}
      rights={rights}
      openThread={open}
      targetId={messageId}
      beginning={null}
      instead={undefined}
    />
  );
}
