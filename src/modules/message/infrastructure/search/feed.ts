import { sql } from "kysely";
import type { ChannelId } from "../../../../kernel/ids.ts";
import type { Log } from "../../../../platform/log/log.ts";
import { createLogFeed, headsOfChannels, type LogFeed } from "../../../../platform/stream/log-feed.ts";
import { type IndexDeps, indexLogs } from "./index-log.ts";
import { fillEmptyIndex } from "./rebuild-index.ts";

export interface FeedDeps extends IndexDeps {
  readonly log: Pick<Log, "error" | "info">;
}

// What arrives in this time is one transaction.
const GATHER_MS = 200;

/** Keeps the index of search behind the logs, by less than a second. */
export function createFeed(deps: FeedDeps): LogFeed {
  return createLogFeed({
    ...deps,
    gatherMs: GATHER_MS,
    async prepare() {
      const messages = await fillEmptyIndex(deps);
      if (messages > 0) deps.log.info({ messages }, "made the index of search");
    },
    behind: () => channelsBehind(deps),
    step: (channels) => indexLogs(deps, channels),
    setback: {
      begun: "messages could not be indexed; trying again",
      over: "messages are indexed again",
    },
  });
}

/** Those whose log goes further than what was read of it. */
async function* channelsBehind({ database, streams }: IndexDeps): AsyncGenerator<ChannelId> {
  for await (const heads of headsOfChannels(streams)) {
    const { rows } = await sql<{ channel: ChannelId }>`
      select h.channel from unnest(${[...heads.keys()]}::text[], ${[...heads.values()]}::bigint[])
        as h (channel, head)
      left join message.search_progress p on p.channel_id = h.channel
      where h.head > coalesce(p.seq, 0)`.execute(database.sql);
    for (const { channel } of rows) yield channel;
  }
}
