import type { Tabs } from "../tabs.ts";

/** Tabs of one browser that are all in this test; `close` one, and those who wait for it are called. */
export function createBrowser<News>() {
  const tabs = new Map<string, ((news: News) => void)[]>();
  const waiting: { readonly tab: string; readonly call: () => void }[] = [];
  return {
    open(id: string): Tabs<News> {
      const listeners: ((news: News) => void)[] = [];
      tabs.set(id, listeners);
      return {
        id,
        tell: (news) => {
          for (const [other, hear] of tabs) if (other !== id) for (const listener of hear) listener(news);
        },
        hear: (listener) => void listeners.push(listener),
        whenGone: (tab, then) => {
          if (tabs.has(tab)) waiting.push({ tab, call: then });
          else then();
        },
        close: () => {
          tabs.delete(id);
          for (const { tab, call } of waiting) if (tab === id) call();
        },
      };
    },
  };
}
