import type { Clock } from "../../kernel/clock.ts";
import type { Log } from "../../platform/log/log.ts";
import type { LogFeed } from "../../platform/stream/log-feed.ts";
import { decodeEntry } from "./api/read-log-entry.ts";
import type { Handles, InsideWords, ReadableChannels } from "./application/search/ports.ts";
import type { SearchDeps as UseCaseDeps } from "./application/search/search-messages.ts";
import type { MessageStoreDeps } from "./infrastructure/posting.ts";
import { createFeed } from "./infrastructure/search/feed.ts";
import type { IndexDeps } from "./infrastructure/search/index-log.ts";
import { rebuildIndex } from "./infrastructure/search/rebuild-index.ts";
import { createSearchIndex } from "./infrastructure/search/search-index.ts";
import { createStemmer } from "./infrastructure/search/stemmer.ts";

export interface SearchDeps {
  readonly clock: Clock;
  readonly log: Pick<Log, "error" | "info">;
  readonly readable: ReadableChannels;
  readonly handles: Handles;
  readonly insideWords: InsideWords;
}

/** What keeps search running. */
export interface Search {
  /** Brings what the logs tell into the index, in this process or another: all may do so. */
  readonly feed: LogFeed;
  /** Makes the index anew from the messages; answers how many it holds. */
  rebuild(): Promise<number>;
}

/** The part of the context that finds messages by what is in them. `follow` is told what its feed reads in the logs. */
export function createSearch(
  deps: SearchDeps,
  { database, streams }: MessageStoreDeps,
  follow: NonNullable<IndexDeps["follow"]>,
) {
  const stem = createStemmer();
  const indexing = { database, streams, stem, decode: decodeEntry, log: deps.log, follow };
  const search: Search = { feed: createFeed(indexing), rebuild: () => rebuildIndex(indexing) };
  const asking: UseCaseDeps = { ...deps, stem, index: createSearchIndex(database) };
  return { asking, search };
}
