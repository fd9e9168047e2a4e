import type { NotificationId, PushDeviceId, UserId } from "../../../../kernel/ids.ts";

/** That one device is to be told of one notification, once. */
export interface Delivery {
  readonly notificationId: NotificationId;
  readonly deviceId: PushDeviceId;
  readonly userId: UserId;
  /** The present one included. */
  readonly tries: number;
}

/** Why nothing was sent, nor ever will be. */
export type Passed = "withdrawn" | "read" | "left" | "device_gone";

/** What became of a try. */
export type DeliveryOutcome =
  | { readonly kind: "delivered" }
  | { readonly kind: "passed"; readonly reason: Passed }
  | { readonly kind: "failed"; readonly reason: string }
  | { readonly kind: "later"; readonly reason: string; readonly afterMs: number };

/** How long a person who is there has to read it before their devices are woken. */
const READING_MS = 30_000;

/** From when on a device is to be told. */
export const dueAt = (push: "at_once" | "if_unread", raisedAt: Date): Date =>
  new Date(raisedAt.getTime() + (push === "if_unread" ? READING_MS : 0));

export const MOST_TRIES = 8;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 3_600_000;

/** How long to wait after so many tries: 2 seconds, then four times as long each, at most an hour. */
export const pauseAfter = (tries: number): number =>
  Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 4 ** (tries - 1));
