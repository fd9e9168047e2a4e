import { newKey } from "../api/reaching.ts";

/** The other tabs of this browser that show the same. */
export interface Tabs<News> {
  /** Names this tab. */
  readonly id: string;
  tell(news: News): void;
  hear(listener: (news: News) => void): void;
  /** Runs once another tab is gone, at once if it has been for long; never if it outlives this one. */
  whenGone(tab: string, then: () => void): void;
  close(): void;
}

interface Said<News> {
  readonly from: string;
  readonly news: News;
}

/**
 * Tabs that share a name hear each other. Each holds a lock as long as it lives, for which others may
 * wait. Browsers give locks to secure pages only; without them another tab counts as gone unless it was
 * heard here.
 */
export function openTabs<News>(name: string): Tabs<News> {
  const id = newKey();
  const channel = new BroadcastChannel(name);
  const closed = new AbortController();
  const heard = new Set<string>();
  const locks = "locks" in navigator ? navigator.locks : undefined;
  const lockOf = (tab: string) => `${name} ${tab}`;
  const hold = new Promise<void>((resolve) => closed.signal.addEventListener("abort", () => resolve()));
  void locks?.request(lockOf(id), () => hold);
  return {
    id,
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a broadcast has no target
    tell: (news) => channel.postMessage({ from: id, news } satisfies Said<News>),
    hear: (listener) =>
      channel.addEventListener(
        "message",
        ({ data: { from, news } }: MessageEvent<Said<News>>) => {
          heard.add(from);
          listener(news);
        },
        { signal: closed.signal },
      ),
    whenGone(tab, then) {
      if (locks === undefined) return heard.has(tab) ? undefined : then();
      const { signal } = closed;
      // Rejected when this tab closes first, and then there is nothing left to do.
      locks.request(lockOf(tab), { signal }, then).catch(() => undefined);
    },
    close() {
      closed.abort();
      channel.close();
    },
  };
}
