import type { ChannelId } from "../../kernel/ids.ts";
import { growingPause } from "../background/growing-pause.ts";
import { createPump } from "../background/pump.ts";
import { Setback } from "../background/setback.ts";
import type { Log } from "../log/log.ts";
import type { Streams } from "./streams.ts";

/** Follows the logs of all channels, behind them by less than a second; every process may have one. */
export interface LogFeed {
  readonly start: () => void;
  /** Resolves when what is being read is done. What was not comes after the next start. */
  readonly stop: () => Promise<void>;
}

/** What a step left to do. */
export interface FeedStep {
  /** Of these channels there is more, or they were not looked at. */
  readonly left: readonly ChannelId[];
  /** Another process does this at this moment. */
  readonly elsewhere: boolean;
}

export interface LogFeedDeps {
  readonly streams: Pick<Streams, "subscribe">;
  readonly log: Pick<Log, "error" | "info">;
  /** What arrives in this time is one step. */
  readonly gatherMs: number;
  /** What is done once, before the first step. */
  readonly prepare?: () => Promise<void>;
  /** All channels whose log goes further than what was read of it. */
  readonly behind: () => AsyncIterable<ChannelId>;
  /** Reads on in these channels. How far each was read is kept by whoever reads. */
  readonly step: (channels: readonly ChannelId[]) => Promise<FeedStep>;
  /** What is logged when it begins to fail, and when that is over. */
  readonly setback: { readonly begun: string; readonly over: string };
}

// Announcements may be lost: what they would have told is found by looking.
const LOOK_EVERY_MS = 15_000;
const CHANNELS_A_STEP = 100;

/** Announcements are hints of which channels to read on, and nothing depends on them but how soon. */
export function createLogFeed(deps: LogFeedDeps): LogFeed {
  const waiting = new Set<ChannelId>();
  let prepared = false;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let unsubscribe = (): void => undefined;

  async function prepare(): Promise<void> {
    if (!prepared) await deps.prepare?.();
    prepared = true;
  }

  async function look(): Promise<void> {
    if (performance.now() - lookedAt < LOOK_EVERY_MS) return;
    for await (const channel of deps.behind()) waiting.add(channel);
    lookedAt = performance.now();
  }

  async function step(): Promise<void> {
    await prepare();
    await look();
    const channels = [...waiting].slice(0, CHANNELS_A_STEP);
    if (channels.length === 0) return;
    for (const channel of channels) waiting.delete(channel);
    try {
      const { left, elsewhere } = await deps.step(channels);
      for (const channel of left) waiting.add(channel);
      if (waiting.size > 0 && !elsewhere) pump.wake();
    } catch (error) {
      for (const channel of channels) waiting.add(channel);
      throw error;
    }
  }

  const setback = new Setback({
    log: deps.log,
    ...deps.setback,
    pauseMs: growingPause({ firstMs: deps.gatherMs, factor: 2, longestMs: LOOK_EVERY_MS }),
  });
  const pump = createPump(async () => {
    try {
      await step();
      setback.succeeded();
      pump.wakeWithin(waiting.size > 0 ? deps.gatherMs : LOOK_EVERY_MS);
    } catch (error) {
      pump.wakeWithin(setback.failed(error));
    }
  });

  return {
    start() {
      unsubscribe = deps.streams.subscribe(({ stream }) => {
        if (!isChannel(stream)) return;
        waiting.add(stream);
        pump.wakeWithin(deps.gatherMs);
      });
      pump.wake();
    },
    async stop() {
      unsubscribe();
      await pump.stop();
    },
  };
}

const isChannel = (stream: string): stream is ChannelId => stream.startsWith("chn_");

const CHANNELS_A_PAGE = 1_000;

/** Every channel that has a log, and how far it goes, a page at a time. */
export async function* headsOfChannels(
  streams: Pick<Streams, "channels" | "heads">,
): AsyncGenerator<ReadonlyMap<ChannelId, bigint>> {
  let last: ChannelId | undefined;
  do {
    const channels = await streams.channels(last, CHANNELS_A_PAGE);
    const heads = await streams.heads(channels);
    yield new Map(channels.map((channel) => [channel, heads.get(channel)?.head ?? 0n]));
    last = channels.at(-1);
  } while (last !== undefined);
}
