import { defaultLimits, type Limits } from "../../application/limits.ts";

/** So small that a few entries reach every bound. */
export const tightLimits: Limits = {
  ...defaultLimits,
  bufferBytes: 400,
  frameBytes: 150,
  catchUpEntries: 12,
  pageEntries: 3,
  reads: 2,
  window: { entries: 4, bytes: 10_000 },
  watchedStreams: 2,
};
