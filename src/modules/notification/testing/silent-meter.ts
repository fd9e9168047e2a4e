import type { Meter } from "../application/ports.ts";

/** Counts nothing. */
export const silentMeter: Meter = {
  watch: () => {},
  delivered: () => {},
  wrote: () => {},
  lagged: () => {},
  reset: () => {},
  readLog: () => {},
  foundByHeadCheck: () => {},
  ended: () => {},
};
