import { useCallback } from "react";
import type { ChannelNews } from "./channel-news.ts";
import { useChannelNews } from "./message-hooks.ts";

/** Calls `readAgain` when a message of the channel is edited, deleted, pinned or unpinned. Keep it the same between renders. */
export function useReadAgain(channelId: string, readAgain: () => unknown): void {
  const listener = useCallback(
    (news: ChannelNews) => {
      if (news.kind === "messages" && news.channelId === channelId) readAgain();
    },
    [channelId, readAgain],
  );
  useChannelNews(listener);
}
