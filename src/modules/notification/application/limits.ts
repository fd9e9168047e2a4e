import type { Rate } from "../domain/token-bucket.ts";
import type { WindowLimits } from "../domain/window.ts";

/** Every number that bounds what a connection or a stream costs, in one place. */
export interface Limits {
  /** Bytes that may wait for a connection's network before it is lagging. */
  readonly bufferBytes: number;
  readonly lagMs: number;
  /** A reader that is further behind is told to read pages instead. */
  readonly catchUpEntries: number;
  readonly pageEntries: number;
  /** Reads of the log under way at once, over all streams. */
  readonly reads: number;
  /** What is kept of each stream for readers that come back. */
  readonly window: WindowLimits;
  /** What all streams together keep; trimmed with each head check. */
  readonly windowsBytes: number;
  /** Entries go out in frames of about this size. */
  readonly frameBytes: number;
  readonly tickMs: number;
  readonly headCheckMs: number;
  /** How long a stream that nobody reads is still followed. */
  readonly lingerMs: number;
  readonly heartbeatMs: number;
  /** How often it is asked whether the session of an open connection still counts. */
  readonly recheckMs: number;
  readonly watchedStreams: number;
  /** Streams that may be named before it is known which of them the person is in. */
  readonly namedEarly: number;
  readonly connectionsOfOne: number;
  readonly sendsInFlight: number;
  readonly typingMs: number;
  readonly presence: { readonly tickMs: number; readonly graceMs: number; readonly refreshMs: number };
  readonly frames: Rate;
  readonly reconnectSpreadMs: number;
}

export const defaultLimits: Limits = {
  bufferBytes: 1024 * 1024,
  lagMs: 30_000,
  catchUpEntries: 5_000,
  pageEntries: 256,
  reads: 8,
  window: { entries: 512, bytes: 256 * 1024 },
  windowsBytes: 64 * 1024 * 1024,
  frameBytes: 64 * 1024,
  tickMs: 5,
  headCheckMs: 3_000,
  lingerMs: 30_000,
  heartbeatMs: 25_000,
  recheckMs: 60_000,
  watchedStreams: 100,
  namedEarly: 20_000,
  connectionsOfOne: 20,
  sendsInFlight: 32,
  typingMs: 3_000,
  presence: { tickMs: 1_000, graceMs: 10_000, refreshMs: 30_000 },
  frames: { perSecond: 50, burst: 400 },
  reconnectSpreadMs: 3_000,
};
