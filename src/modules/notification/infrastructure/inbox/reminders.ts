import type { UserId } from "../../../../kernel/ids.ts";
import type { Transaction } from "../../../../platform/postgres/database.ts";
import type { Bus } from "../../../../platform/realtime/local-bus.ts";
import type { Reminders } from "../../application/inbox/personal-ports.ts";
import type { DueReminders } from "../../application/inbox/tell-later.ts";
import { refuse } from "../../domain/errors.ts";
import type { Reminder } from "../../domain/inbox/reminder.ts";
import type { NotificationSchema } from "../schema.ts";
import { type NotificationStoreDeps, raise } from "./notifications.ts";

type Tx = Transaction<NotificationSchema>;
type Row = NotificationSchema["notification.reminders"];

const MOST_REMINDERS = 100;

export interface LaterDeps extends NotificationStoreDeps {
  /** Carries the moments at which something is due to whoever waits for them, in milliseconds since 1970. */
  readonly reminded: Bus<number>;
}

/** A reminder is locked, told of and deleted in one transaction: it is told once, whoever is killed. */
export function createReminders(deps: LaterDeps): Reminders & DueReminders {
  const { database, streams, reminded } = deps;
  return {
    add: (reminder) =>
      database.transaction(async (tx) => {
        await streams.lock(tx, [reminder.userId]);
        await assertRoom(tx, reminder.userId);
        await tx.sql.insertInto("notification.reminders").values(toRow(reminder)).execute();
        tx.afterCommit(() => reminded.publish(reminder.dueAt.getTime()));
      }),
    /** Index: reminders_of. */
    async list(of) {
      const rows = database.sql.selectFrom("notification.reminders").selectAll().where("user_id", "=", of);
      return (await rows.orderBy("due_at").orderBy("id").execute()).map(toReminder);
    },
    async remove(of, id) {
      const mine = database.sql.deleteFrom("notification.reminders").where("user_id", "=", of);
      await mine.where("id", "=", id).execute();
    },
    remind: (now, telling) =>
      database.transaction(async (tx) => {
        const row = await firstDue(tx, now);
        if (row === undefined) return false;
        const told = await telling(toReminder(row));
        if (told !== undefined) await raise(deps, tx, [told]);
        await tx.sql.deleteFrom("notification.reminders").where("id", "=", row.id).execute();
        return true;
      }),
    /** Index: reminders_due. */
    async nextReminder() {
      const rows = database.sql.selectFrom("notification.reminders").select("due_at").orderBy("due_at");
      return (await rows.limit(1).executeTakeFirst())?.due_at;
    },
  };
}

/** What another process is at is passed over. */
function firstDue(tx: Tx, now: Date): Promise<Row | undefined> {
  const due = tx.sql.selectFrom("notification.reminders").selectAll().where("due_at", "<=", now);
  return due.orderBy("due_at").limit(1).forUpdate().skipLocked().executeTakeFirst();
}

async function assertRoom(tx: Tx, of: UserId): Promise<void> {
  const { reminders } = await tx.sql
    .selectFrom("notification.reminders")
    .select((eb) => eb.cast<number>(eb.fn.countAll(), "integer").as("reminders"))
    .where("user_id", "=", of)
    .executeTakeFirstOrThrow();
  if (reminders >= MOST_REMINDERS) throw refuse("TOO_MANY_REMINDERS", { limit: MOST_REMINDERS });
}

function toRow({ id, userId, place, note, dueAt }: Reminder): Row {
  const { channelId, seq, message } = place;
  const { id: message_id, threadRootId, inChannel: in_channel } = message;
  return {
    ...{ id, user_id: userId, channel_id: channelId, message_id, seq },
    ...{ thread_root_id: threadRootId ?? null, in_channel, note, due_at: dueAt },
  };
}

const toReminder = (row: Row): Reminder => ({
  id: row.id,
  userId: row.user_id,
  place: {
    channelId: row.channel_id,
    seq: row.seq,
    message: {
      id: row.message_id,
      threadRootId: row.thread_root_id ?? undefined,
      inChannel: row.in_channel,
    },
  },
  note: row.note,
  dueAt: row.due_at,
});
