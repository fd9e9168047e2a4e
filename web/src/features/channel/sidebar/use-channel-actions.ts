import { useMemo } from "react";
import { useWorkspace } from "../../../store/client-context.tsx";
import { t } from "../../../text/text.ts";
import { announce } from "../../../ui/announcer.tsx";
import { showToast } from "../../../ui/toast-store.ts";
import { told } from "../told.ts";
import type { ChannelActions } from "./channel-actions.ts";
import { placesFor } from "./placing.ts";

/** What can be done with channels from the sidebar; `leave` asks first, which is the caller's business. */
export function useChannelActions(leave: ChannelActions["leave"]): ChannelActions {
  const { channels } = useWorkspace();
  return useMemo(
    () => ({
      markRead: ({ id }) => channels.markAllRead(id),
      setStarred: ({ id }, isStarred) => void told(channels.arrange(id, { isStarred })),
      setLevel: ({ id }, level) => void told(channels.arrange(id, { level })),
      copyLink: ({ id }) => void copyLink(id),
      move: (entry, siblings, to) => {
        const places = placesFor(siblings, entry.id, to);
        if (places.size === 0) return;
        void told(channels.place(places));
        announce(t("sidebar.moved", { name: entry.title, place: to + 1, count: siblings.length }));
      },
      leave,
    }),
    [channels, leave],
  );
}

async function copyLink(channelId: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(`${window.location.origin}/c/${channelId}`);
    showToast({ text: t("message.linkCopied") });
  } catch {
    // Refused by the person, or an address without TLS, where browsers offer no clipboard.
    showToast({ text: t("ui.copyFailed"), tone: "danger" });
  }
}
