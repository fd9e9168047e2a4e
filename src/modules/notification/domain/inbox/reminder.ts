import type { ReminderId, UserId } from "../../../../kernel/ids.ts";
import { refuse } from "../errors.ts";
import type { Place } from "./notification.ts";

/** A message that somebody wants to have in their inbox at a later moment. */
export interface Reminder {
  readonly id: ReminderId;
  readonly userId: UserId;
  readonly place: Required<Place>;
  readonly note: string;
  readonly dueAt: Date;
}

const FURTHEST_MS = 366 * 86_400_000;

/** Throws REMINDER_PAST, REMINDER_TOO_FAR. */
export function assertMayBeDue(dueAt: Date, now: Date): void {
  if (dueAt <= now) throw refuse("REMINDER_PAST");
  if (dueAt.getTime() - now.getTime() > FURTHEST_MS) throw refuse("REMINDER_TOO_FAR");
}
