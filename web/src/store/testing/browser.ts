import type { Tabs } from "../tabs.ts";

/**
 * Tabs of one browser that are all in this test; `close` one, and those who wait for it are called. What
 * one hears of another comes at once, or when `later` lets it.
 */
export function createBrowser<News>(later: (hear: () => void) => void = (hear) => hear()) {
  const tabs = new Map<string, ((news: News) => void)[]>();
  const waiting: { readonly tab: string; readonly call: () => void }[] = [];
  return {
    open(id: string): Tabs<News> {
      const listeners: ((news: News) => void)[] = [];
      tabs.set(id, listeners);
      return {
        id,
        tell: (news) => {
          for (const [other, hear] of tabs)
            if (other !== id) later(() => tabs.has(other) && hear.forEach((listener) => listener(news)));
        },
        hear: (listener) => void listeners.push(listener),
        whenGone: (tab, then) => {
          if (tabs.has(tab)) waiting.push({ tab, call: then });
          else later(then);
        },
        close: () => {
          tabs.delete(id);
          for (const { tab, call } of waiting) if (tab === id) later(call);
        },
      };
    },
  };
}
