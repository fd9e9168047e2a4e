import type { ChannelId } from "../../../../kernel/ids.ts";
import type { Located } from "../../domain/inbox/happening.ts";
import { type HeedLogDeps, heedLog } from "./heed-log.ts";
import type { Progress } from "./ports.ts";

/** A part of a channel's log: what in it may concern somebody. */
export interface LogPart {
  readonly happenings: readonly Located[];
  /** How far it goes, and how far the log does. */
  readonly seq: bigint;
  readonly head: bigint;
}

export interface Logs {
  /** At most so many entries from after a position on. */
  read(channel: ChannelId, after: bigint, limit: number): Promise<LogPart>;
}

export interface ReadLogsDeps extends HeedLogDeps {
  readonly logs: Logs;
  readonly progress: Progress;
}

/** Some hundred milliseconds of work: what is posted meanwhile is in the next step. */
const ENTRIES_A_STEP = 200;

/**
 * Reads on in the logs of these channels and decides about what they tell. Where it is interrupted, what was decided
 * stays and is decided again, which changes nothing. Answers what is left, and whether another process is at it.
 */
export async function readLogs(
  deps: ReadLogsDeps,
  channels: readonly ChannelId[],
): Promise<{ readonly left: readonly ChannelId[]; readonly elsewhere: boolean }> {
  const left = await deps.progress.advance(channels, async (from, read) => {
    const rest: ChannelId[] = [];
    let room = ENTRIES_A_STEP;
    for (const channel of channels) {
      if (room <= 0) {
        rest.push(channel);
        continue;
      }
      const after = from(channel);
      const { happenings, seq, head } = await deps.logs.read(channel, after, room);
      await heedLog(deps, channel, happenings);
      room -= Number(seq - after);
      if (seq > after) read(channel, seq);
      if (seq < head) rest.push(channel);
    }
    return rest;
  });
  return left === undefined ? { left: channels, elsewhere: true } : { left, elsewhere: false };
}
