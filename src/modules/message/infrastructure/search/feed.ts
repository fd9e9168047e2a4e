import { sql } from "kysely";
import type { ChannelId } from "../../../../kernel/ids.ts";
import { growingPause } from "../../../../platform/background/growing-pause.ts";
import { createPump } from "../../../../platform/background/pump.ts";
import { Setback } from "../../../../platform/background/setback.ts";
import type { Log } from "../../../../platform/log/log.ts";
import { type IndexDeps, indexLogs } from "./index-log.ts";
import { channelsOf, fillEmptyIndex } from "./rebuild-index.ts";

export interface FeedDeps extends IndexDeps {
  readonly log: Pick<Log, "error" | "info">;
}

/** Keeps the index of search behind the logs, by less than a second. */
export interface Feed {
  readonly start: () => void;
  /** Resolves when what is being written is done. What was not comes after the next start. */
  readonly stop: () => Promise<void>;
}

// What arrives in this time is one transaction.
const GATHER_MS = 200;
// Announcements may be lost: what they would have told is found by looking.
const LOOK_EVERY_MS = 15_000;
const CHANNELS_A_STEP = 100;

/** Announcements are hints of which channels to read on; how far each was read is kept with the index. */
export function createFeed(deps: FeedDeps): Feed {
  const waiting = new Set<ChannelId>();
  let filled = false;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let unsubscribe = (): void => undefined;

  async function fill(): Promise<void> {
    if (filled) return;
    const messages = await fillEmptyIndex(deps);
    if (messages > 0) deps.log.info({ messages }, "made the index of search");
    filled = true;
  }

  async function look(): Promise<void> {
    if (performance.now() - lookedAt < LOOK_EVERY_MS) return;
    for await (const channel of channelsBehind(deps)) waiting.add(channel);
    lookedAt = performance.now();
  }

  async function step(): Promise<void> {
    await fill();
    await look();
    const channels = [...waiting].slice(0, CHANNELS_A_STEP);
    if (channels.length === 0) return;
    for (const channel of channels) waiting.delete(channel);
    try {
      const { left, elsewhere } = await indexLogs(deps, channels);
      for (const channel of left) waiting.add(channel);
      if (waiting.size > 0 && !elsewhere) pump.wake();
    } catch (error) {
      for (const channel of channels) waiting.add(channel);
      throw error;
    }
  }

  const setback = setbackOf(deps);
  const pump = createPump(async () => {
    try {
      await step();
      setback.succeeded();
      pump.wakeWithin(waiting.size > 0 ? GATHER_MS : LOOK_EVERY_MS);
    } catch (error) {
      pump.wakeWithin(setback.failed(error));
    }
  });

  return {
    start() {
      unsubscribe = deps.streams.subscribe(({ stream }) => {
        if (!isChannel(stream)) return;
        waiting.add(stream);
        pump.wakeWithin(GATHER_MS);
      });
      pump.wake();
    },
    async stop() {
      unsubscribe();
      await pump.stop();
    },
  };
}

function setbackOf({ log }: FeedDeps): Setback {
  return new Setback({
    log,
    begun: "messages could not be indexed; trying again",
    over: "messages are indexed again",
    pauseMs: growingPause({ firstMs: GATHER_MS, factor: 2, longestMs: LOOK_EVERY_MS }),
  });
}

const isChannel = (stream: string): stream is ChannelId => stream.startsWith("chn_");

/** Those whose log goes further than what was read of it. */
async function* channelsBehind({ database, streams }: IndexDeps): AsyncGenerator<ChannelId> {
  for await (const heads of channelsOf(streams)) {
    const { rows } = await sql<{ channel: ChannelId }>`
      select h.channel from unnest(${[...heads.keys()]}::text[], ${[...heads.values()]}::bigint[])
        as h (channel, head)
      left join message.search_progress p on p.channel_id = h.channel
      where h.head > coalesce(p.seq, 0)`.execute(database.sql);
    for (const { channel } of rows) yield channel;
  }
}
