import { useEffect } from "react";
import type { ThreadPanelProps } from "../../features/message/thread/thread-panel.tsx";
import { lazyPart } from "../../ui/lazy-part.tsx";
import { useChannelPage } from "./use-channel-page.ts";

const ThreadPanel = lazyPart<ThreadPanelProps>(() =>
  import("../../features/message/thread/thread-panel.tsx").then((part) => part.ThreadPanel),
);

interface ThreadAsideProps {
  readonly channelId: string;
  readonly rootId: string;
  readonly onClose: () => void;
}

/** The thread that the address names, beside its channel. */
export function ThreadAside({ channelId, rootId, onClose }: ThreadAsideProps) {
  const page = useChannelPage(channelId);
  useEffect(() => returnKeyboard, []);
  if (page.status !== "ready") return null;
  return (
    <ThreadPanel
      key={rootId}
      channel={page.channel}
      rootId={rootId}
      place={page.place}
      rights={page.messageRights}
      onClose={onClose}
    />
  );
}

/** What had the keyboard went away with the thread: it goes back to where one writes in the channel. */
function returnKeyboard(): void {
  queueMicrotask(() => {
    if (document.activeElement === document.body) {
      document.querySelector<HTMLElement>("main textarea")?.focus({ preventScroll: true });
    }
  });
}
