import { sql } from "kysely";
import type { NotificationId, UserId } from "../../../../kernel/ids.ts";
import type { Transaction } from "../../../../platform/postgres/database.ts";
import type { InboxChange, Inboxes, InboxQuery } from "../../application/inbox/personal-ports.ts";
import type { NotificationRow, NotificationSchema } from "../schema.ts";
import type { NotificationStoreDeps } from "./notifications.ts";
import { toNotification } from "./rows.ts";

export function createInboxes({ database, streams, events, encoder }: NotificationStoreDeps): Inboxes {
  return {
    async page(query) {
      const rows = await pageOf(database.sql, query).execute();
      return rows.map(toNotification);
    },
    change: (of, ids, change, now) =>
      database.transaction(async (tx) => {
        // The person's stream puts the changes of several devices into one order.
        await streams.lock(tx, [of]);
        const changed = (await write(tx, { of, ids, change, now })).map(toNotification);
        if (changed.length === 0) return;
        await streams.append(tx, [{ stream: of, entry: encoder.changed(of, changed, [], now) }]);
        if (isOver(change)) await events.dispatch(tx, [encoder.withdrawn(changed)]);
      }),
  };
}

/** What was looked at, is done or put off needs no push and no mail any more. */
const isOver = (change: InboxChange): boolean =>
  change.kind === "snoozed" || (change.kind === "read" ? change.read : change.done);

/** Indexes: notifications_open, notifications_done. */
function pageOf(db: Transaction<NotificationSchema>["sql"], query: InboxQuery) {
  const { of, state, causes, after, limit, now } = query;
  const later = sql<boolean>`coalesce(snoozed_until > ${now}::timestamptz, false)`;
  return db
    .selectFrom("notification.notifications")
    .selectAll()
    .where("user_id", "=", of)
    .where(sql<boolean>`listed`)
    .where("done_at", state === "done" ? "is not" : "is", null)
    .$if(state !== "done", (rows) => rows.where(later, "=", state === "snoozed"))
    .$if(causes.length > 0, (rows) => rows.where("cause", "in", causes))
    .$if(after !== undefined, (rows) =>
      rows.where(sql<boolean>`(raised_at, id) < (${after?.raisedAt}::timestamptz, ${after?.id})`),
    )
    .orderBy("raised_at", "desc")
    .orderBy("id", "desc")
    .limit(limit);
}

interface Writing {
  readonly of: UserId;
  readonly ids: readonly NotificationId[];
  readonly change: InboxChange;
  readonly now: Date;
}

function write(
  tx: Transaction<NotificationSchema>,
  { of, ids, change, now }: Writing,
): Promise<NotificationRow[]> {
  return tx.sql
    .updateTable("notification.notifications")
    .set(columnsOf(change, now))
    .where("user_id", "=", of)
    .where("id", "=", sql<NotificationId>`any(${ids})`)
    .where(sql<boolean>`listed`)
    .returningAll()
    .execute();
}

function columnsOf(change: InboxChange, now: Date): Partial<NotificationRow> {
  switch (change.kind) {
    case "read":
      return { read_at: change.read ? now : null };
    case "done":
      return change.done ? { done_at: now, read_at: now, snoozed_until: null } : { done_at: null };
    case "snoozed":
      return { snoozed_until: change.until, done_at: null };
  }
}
