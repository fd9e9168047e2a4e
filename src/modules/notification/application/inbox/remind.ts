import type { Actor } from "../../../../kernel/actor.ts";
import type { Clock } from "../../../../kernel/clock.ts";
import type { Ids } from "../../../../kernel/ids.ts";
import { assertMayBeDue, type Reminder } from "../../domain/inbox/reminder.ts";
import type { Reminders } from "./personal-ports.ts";
import type { Told } from "./ports.ts";

export interface RemindDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly reminders: Reminders;
}

/** Puts a message into somebody's inbox at a later moment. Throws REMINDER_PAST, REMINDER_TOO_FAR, TOO_MANY_REMINDERS. */
export async function addReminder(
  { clock, ids, reminders }: RemindDeps,
  { userId }: Actor,
  { message, note, dueAt }: { readonly message: Told; readonly note: string; readonly dueAt: Date },
): Promise<Reminder> {
  assertMayBeDue(dueAt, clock.now());
  const { id, seq, channelId, threadRootId } = message;
  const inChannel = threadRootId === undefined || message.alsoInChannel;
  const place = { channelId, seq, message: { id, threadRootId, inChannel } };
  const reminder = { id: ids.next("rem"), userId, place, note: note.trim(), dueAt };
  await reminders.add(reminder);
  return reminder;
}
