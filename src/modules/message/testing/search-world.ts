import type { Actor } from "../../../kernel/actor.ts";
import { systemClock } from "../../../kernel/clock.ts";
import type { ChannelId, MessageId, UserId } from "../../../kernel/ids.ts";
import { decodeEntry } from "../api/read-log-entry.ts";
import type { Handles, ReadableChannel } from "../application/search/ports.ts";
import { type SearchMessages, searchMessages } from "../application/search/search-messages.ts";
import { type IndexDeps, indexLogs } from "../infrastructure/search/index-log.ts";
import { createSearchIndex } from "../infrastructure/search/search-index.ts";
import { createStemmer } from "../infrastructure/search/stemmer.ts";
import { createMessageWorld, type MessageWorld } from "./world.ts";

export interface SearchWorld extends MessageWorld {
  readonly indexing: IndexDeps;
  /** What each person may read. */
  readonly readable: Map<UserId, ReadableChannel[]>;
  readonly handles: Map<string, UserId>;
  /** Whether a search that finds little looks inside of words. */
  readonly insideWords: { wanted: boolean };
  /** Posts, and gives the channel to its author to read. */
  say(actor: Actor, channelId: ChannelId, text: string, threadRootId?: MessageId): Promise<MessageId>;
  /** Brings everything that was said into the index. */
  index(...channels: ChannelId[]): Promise<void>;
  search(actor: Actor, query: string, more?: Partial<SearchMessages>): ReturnType<typeof searchMessages>;
  /** The texts of the hits, in their order. */
  texts(actor: Actor, query: string, more?: Partial<SearchMessages>): Promise<readonly string[]>;
}

/** The message context on a database of its own, with search that is fed by hand. */
export async function createSearchWorld(): Promise<SearchWorld> {
  const world = await createMessageWorld();
  const readable: SearchWorld["readable"] = new Map();
  const handles: SearchWorld["handles"] = new Map();
  const { database, streams } = world;
  const stem = createStemmer();
  const insideWords = { wanted: true };
  const indexing: IndexDeps = { database, streams, decode: decodeEntry, stem };
  const byHandle: Handles["byHandle"] = async (_actor, handle) => handles.get(handle);
  const deps = {
    clock: systemClock,
    handles: { byHandle },
    insideWords: { isWantedBy: async () => insideWords.wanted },
    index: createSearchIndex(database),
    stem,
    readable: {
      readableBy: async ({ userId }: Actor) => readable.get(userId) ?? [],
      confirm: async (_actor: Actor, channels: readonly ChannelId[]) => new Set(channels),
    },
  };
  const search: SearchWorld["search"] = (actor, query, more) =>
    searchMessages(deps, actor, { query, timezone: "UTC", sort: "relevance", limit: 50, ...more });
  return Object.assign(world, {
    indexing,
    readable,
    handles,
    insideWords,
    search,
    async say(actor: Actor, channelId: ChannelId, text: string, threadRootId?: MessageId) {
      const clientId = world.clientId();
      const command = { channelId, clientId, text, alsoInChannel: false, threadRootId };
      return (await world.app.send(actor, command)).messageId;
    },
    async index(...channels: ChannelId[]) {
      let left: readonly ChannelId[] = channels;
      while (left.length > 0) ({ left } = await indexLogs(indexing, left));
    },
    async texts(actor: Actor, query: string, more?: Partial<SearchMessages>) {
      const { hits } = await search(actor, query, more);
      return hits.map(({ view }) => view.message.text);
    },
  });
}
