import type { Entry, Run } from "../domain/stream.ts";

/** Entries that tell their own position, so that a test sees which ones it got. */
export const numbered = (seq: number, size = 1): Entry => ({
  bytes: Uint8Array.from({ length: size }, () => seq % 256),
  meaning: undefined,
});

export function runOf(first: number, count: number, size = 1): Run {
  return { first, entries: Array.from({ length: count }, (_, n) => numbered(first + n, size)) };
}

/** The positions that the entries tell of themselves. */
export const told = (run: Run | undefined): number[] =>
  (run?.entries ?? []).map(({ bytes }) => bytes[0] ?? -1);
