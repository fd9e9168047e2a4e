import type { ChannelId, UserId } from "../../../kernel/ids.ts";
import type { Meaning } from "./meaning.ts";

/** A stream is named by what it belongs to: a channel's log, or a person's own stream. */
export type StreamId = ChannelId | UserId;

/** One fact of a stream, as bytes that nobody here looks into, and what it means for delivery. */
export interface Entry {
  readonly bytes: Uint8Array;
  readonly meaning: Meaning | undefined;
}

/**
 * Entries of one stream, in order and without a gap from `first` on. Positions are numbers here: a
 * stream would need nine quadrillion entries before one lost a digit.
 */
export interface Run {
  readonly first: number;
  readonly entries: readonly Entry[];
}

/** The position after the last entry. */
export const endOf = (run: Run): number => run.first + run.entries.length;

/** The entries from one position (inside the run or at its end) up to, not including, another. */
export function slice(run: Run, from: number, to: number = endOf(run)): Run {
  if (from === run.first && to === endOf(run)) return run;
  return { first: from, entries: run.entries.slice(from - run.first, to - run.first) };
}

/** The run in pieces of about `bytes` each; an entry is never divided. */
export function* pieces(run: Run, bytes: number): Generator<Run> {
  let first = run.first;
  let size = 0;
  for (const [index, entry] of run.entries.entries()) {
    const at = run.first + index;
    if (size > 0 && size + entry.bytes.length > bytes) {
      yield slice(run, first, at);
      first = at;
      size = 0;
    }
    size += entry.bytes.length;
  }
  if (first < endOf(run)) yield slice(run, first);
}
