import { useCallback } from "react";
import type { Message } from "../../store/log/message.ts";
import { useWays } from "./use-place.ts";

/** Leads to where a message stands: in its channel, or in its thread. */
export function useOpenMessage(): (
  message: Pick<Message, "channelId" | "id" | "threadRootId" | "alsoInChannel">,
) => void {
  const { openMessage, openReply } = useWays();
  return useCallback(
    ({ channelId, id, threadRootId, alsoInChannel }) => {
      if (threadRootId === undefined || alsoInChannel) openMessage(channelId, id);
      else openReply(channelId, threadRootId);
    },
    [openMessage, openReply],
  );
}
