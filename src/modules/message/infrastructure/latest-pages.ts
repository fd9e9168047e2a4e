import { deserialize, serialize } from "node:v8";
import type { UserId } from "../../../kernel/ids.ts";
import type { Streams } from "../../../platform/stream/streams.ts";
import type { HistoryPage, Messages, MessageView } from "../application/ports.ts";

/** Where pages are kept: what was kept may be gone at any time. */
export interface PageCache {
  find(key: string): Promise<Buffer | undefined>;
  keep(key: string, value: Buffer): void;
}

export interface LatestPagesDeps {
  readonly messages: Messages;
  readonly streams: Pick<Streams, "heads">;
  readonly cache: PageCache;
}

// Raised when a page looks different: servers of two versions share the cache while one follows the other.
const SHAPE = 3;

/**
 * Keeps the latest page of each channel. A page is the same for the same head, because whatever changes it is
 * an entry of the log; so a kept page is served only where its head is the head of this moment, and nothing
 * needs to be told that it is outdated.
 */
export function keepLatestPages({ messages, streams, cache }: LatestPagesDeps): Messages {
  return {
    ...messages,
    async page(channel, anchor, limit, reader) {
      if (anchor.kind !== "latest") return messages.page(channel, anchor, limit, reader);
      const key = `${SHAPE}:${process.versions.v8}:${channel}:${limit}`;
      const kept = await cache.find(key);
      if (kept !== undefined) {
        // Not asked at the same time: where nothing is kept, the page tells its head itself.
        const [heads, known] = [await streams.heads([channel]), deserialize(kept) as HistoryPage];
        if (known.head === heads.get(channel)?.head) return seenBy(known, reader);
      }
      const page = await messages.page(channel, anchor, limit, reader);
      if (page.messages.every(namesAll)) cache.keep(key, serialize(page));
      return page;
    },
  };
}

/** Only then can be told for each reader what they reacted with. */
function namesAll({ reactions }: MessageView): boolean {
  return reactions.every(({ count, userIds }) => count === userIds.length);
}

function seenBy(page: HistoryPage, reader: UserId): HistoryPage {
  const messages = page.messages.map((view) =>
    view.reactions.length === 0
      ? view
      : { ...view, reactions: view.reactions.map((it) => ({ ...it, mine: it.userIds.includes(reader) })) },
  );
  return { ...page, messages };
}
