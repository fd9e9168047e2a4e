import { growingPause } from "../background/growing-pause.ts";

/** How long and how often a delivery is tried. */
export interface DeliveryPolicy {
  /** After so many attempts it is parked. */
  readonly attempts: number;
  /** The pause after attempt n, from 1. */
  delayMs(attempt: number): number;
  /**
   * A handler that takes longer counts as failed. The lease of an attempt is twice this, so that no
   * other process takes over while a handler is still within its time.
   */
  readonly handlerLimitMs: number;
  /** How soon work is found that another process left: what it committed but did not get to deliver. */
  readonly pollMs: number;
}

/** Eight attempts in about ten minutes: 1 s, 3 s, 9 s … 5 min, each shortened by up to a half. */
export const defaultPolicy: DeliveryPolicy = {
  attempts: 8,
  delayMs: growingPause({ firstMs: 1_000, factor: 3, longestMs: 300_000 }),
  handlerLimitMs: 30_000,
  pollMs: 1_000,
};
