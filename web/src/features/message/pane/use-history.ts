import { type RefObject, useCallback, useRef } from "react";
import type { MessageListHandle } from "../../../message-list/list-handle.ts";
import type { Channel, Membership } from "../../../store/channels/channel.ts";
import { useMessages } from "../../../store/message-hooks.ts";
import { firstUnread } from "./unread-divider.ts";
import { useChannelRows } from "./use-channel-rows.ts";
import { useIsLooking } from "./use-is-looking.ts";
import { useReadMarks } from "./use-read-marks.ts";
import { useUnreadDivider } from "./use-unread-divider.ts";
import { useVisit } from "./use-visit.ts";

interface HistoryOptions {
  readonly channel: Channel;
  readonly membership: Membership | undefined;
  readonly unread: number;
  readonly me: string;
  readonly targetId: string | undefined;
  readonly onTargetShown: (isThere: boolean) => void;
}

/** A channel's messages as rows, where to open them, and what of them has been read. */
export function useHistory(pane: RefObject<HTMLElement | null>, options: HistoryOptions) {
  const { channel, membership, unread, me } = options;
  const list = useRef<MessageListHandle>(null);
  const messages = useMessages(channel.id);
  const isLooking = useIsLooking();
  const place = useUnreadDivider({ readSeq: membership?.readSeq ?? 0, unread, isLooking });
  const unreadBegin = firstUnread(messages.rows, { place, me, hasOlder: messages.hasOlder });
  const { visit, jump } = useVisit({
    ...options,
    channelId: channel.id,
    list,
    messages,
    firstUnread: unreadBegin,
    hasUnread: unread > 0,
  });
  const rows = useChannelRows(messages.rows, {
    firstUnreadKey: unreadBegin?.key,
    hasBeginning: messages.status === "ready" && !messages.hasOlder,
  });
  useReadMarks(pane, { messages: messages.rows, isLooking, markRead: messages.markRead });
  const toEnd = useCallback(() => {
    if (messages.hasNewer) void jump({ at: "latest" });
    else list.current?.scrollToEnd();
  }, [messages.hasNewer, jump]);
  return { list, messages, rows, visit, jump, toEnd };
}

export type History = ReturnType<typeof useHistory>;
