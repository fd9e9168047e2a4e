import type { Actor } from "../../../../kernel/actor.ts";
import type { ScheduledId, UserId } from "../../../../kernel/ids.ts";
import type { Scheduled } from "../../domain/scheduled.ts";

/** What became of a message when it was tried. */
export type Attempt =
  | { readonly kind: "sent" }
  /** It stays, with the reason, until its author decides. */
  | { readonly kind: "failed"; readonly reason: string }
  /** It is tried again; it may have been posted, and only the answer was lost. */
  | { readonly kind: "later"; readonly at: Date; readonly mayBeSent: boolean };

export type Try = (scheduled: Scheduled) => Promise<Attempt>;

/** What people have planned; each change is told to their own devices, and the next moment to every process. */
export interface ScheduledMessages {
  /** Throws TOO_MANY_SCHEDULED. */
  add(scheduled: Scheduled): Promise<void>;
  list(of: UserId): Promise<readonly Scheduled[]>;
  /** Throws SCHEDULED_NOT_FOUND, also for what was sent meanwhile, and SCHEDULED_BEING_SENT. */
  edit(of: UserId, id: ScheduledId, change: (scheduled: Scheduled) => Scheduled): Promise<Scheduled>;
  /** Throws as `edit`. */
  remove(of: UserId, id: ScheduledId): Promise<void>;
  /** Tries one now, whenever it is due, while nobody else can change or try it; throws as `edit`. */
  tryNow(of: UserId, id: ScheduledId, attempt: Try): Promise<Attempt>;
  /** Tries the one that is due first and that nobody else tries; undefined where there is none. */
  tryDue(now: Date, attempt: Try): Promise<Attempt | undefined>;
  /** When the next one is due. */
  nextDue(): Promise<Date | undefined>;
}

/** Whether somebody may still act in their organisation at all. */
export interface Standing {
  mayAct(actor: Actor): Promise<boolean>;
}
