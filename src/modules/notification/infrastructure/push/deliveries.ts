import { sql as text } from "kysely";
import type { Database } from "../../../../platform/postgres/database.ts";
import type { Bus } from "../../../../platform/realtime/local-bus.ts";
import type { Deliveries, Subject, WantedDelivery } from "../../application/push/delivery-ports.ts";
import type { Delivery, DeliveryOutcome } from "../../domain/push/delivery.ts";
import type { NotificationRow, NotificationSchema } from "../schema.ts";

export interface DeliveriesDeps {
  readonly database: Database<NotificationSchema>;
  /** Carries the moments at which something is due, in milliseconds since 1970. */
  readonly due: Bus<number>;
}

type Sql = Database<NotificationSchema>["sql"];

/** Longer than a push service is waited for; after that somebody else tries, and the device shows it once. */
const CLAIM_MS = 30_000;

export function createDeliveries({ database, due }: DeliveriesDeps): Deliveries {
  const { sql } = database;
  return {
    async plan(wanted) {
      if (wanted.length === 0) return;
      await insertPlanned(sql, wanted);
      due.publish(Math.min(...wanted.map(({ dueAt }) => dueAt.getTime())));
    },
    claimDue: (now) => database.transaction((tx) => claim(tx.sql, now)),
    async settle({ notificationId, deviceId }, outcome, at) {
      const row = sql.updateTable("notification.deliveries").set(settled(outcome, at));
      await row.where("notification_id", "=", notificationId).where("device_id", "=", deviceId).execute();
    },
    async nextDue() {
      const rows = sql.selectFrom("notification.deliveries").select("due_at").where("state", "=", "waiting");
      return (await rows.orderBy("due_at").limit(1).executeTakeFirst())?.due_at;
    },
    async subjectOf({ notificationId }) {
      const row = await subjects(sql).where("n.id", "=", notificationId).executeTakeFirst();
      return row && toSubject(row);
    },
    async shownOn(device, limit) {
      const rows = await subjects(sql)
        .innerJoin("notification.deliveries as d", "d.notification_id", "n.id")
        .where("d.device_id", "=", device)
        .where("d.state", "=", "delivered")
        .where("d.closed_at", "is", null)
        .orderBy("d.settled_at", "desc")
        .limit(limit)
        .execute();
      return rows.map((row) => ({ ...toSubject(row), id: row.id }));
    },
    async closed(device, ids, at) {
      if (ids.length === 0) return;
      const rows = sql.updateTable("notification.deliveries").set({ closed_at: at });
      await rows.where("device_id", "=", device).where("notification_id", "in", ids).execute();
    },
    async logOf(user, limit) {
      const rows = sql.selectFrom("notification.deliveries").selectAll().where("user_id", "=", user);
      return (await rows.orderBy("planned_at", "desc").limit(limit).execute()).map((row) => ({
        notificationId: row.notification_id,
        deviceId: row.device_id,
        state: row.state,
        reason: row.reason,
        tries: row.tries,
        plannedAt: row.planned_at,
        settledAt: row.settled_at ?? undefined,
      }));
    },
    async forgetBefore(at) {
      await sql.deleteFrom("notification.deliveries").where("planned_at", "<", at).execute();
    },
  };
}

/** One statement, however many people. */
async function insertPlanned(sql: Sql, wanted: readonly WantedDelivery[]): Promise<void> {
  const ids = wanted.map(({ notificationId }) => notificationId);
  const people = wanted.map(({ userId }) => userId);
  const moments = wanted.map(({ dueAt }) => dueAt);
  await text`
    insert into notification.deliveries (notification_id, device_id, user_id, due_at, planned_at)
    select w.notification_id, d.id, w.user_id, w.due_at, now()
    from unnest(${ids}::text[], ${people}::text[], ${moments}::timestamptz[])
      as w (notification_id, user_id, due_at)
    join notification.push_devices d on d.user_id = w.user_id
    order by w.notification_id, d.id
    on conflict do nothing
  `.execute(sql);
}

/** Index: deliveries_due. What another process claims at this moment is passed over. */
async function claim(sql: Sql, now: Date): Promise<Delivery | undefined> {
  const row = await sql
    .selectFrom("notification.deliveries")
    .selectAll()
    .where("state", "=", "waiting")
    .where("due_at", "<=", now)
    .orderBy("due_at")
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { notification_id: notificationId, device_id: deviceId, user_id: userId } = row;
  const tries = row.tries + 1;
  await sql
    .updateTable("notification.deliveries")
    .set({ tries, due_at: new Date(now.getTime() + CLAIM_MS) })
    .where("notification_id", "=", notificationId)
    .where("device_id", "=", deviceId)
    .execute();
  return { notificationId, deviceId, userId, tries };
}

function settled(outcome: DeliveryOutcome, at: Date) {
  switch (outcome.kind) {
    case "later":
      return { due_at: new Date(at.getTime() + outcome.afterMs), reason: outcome.reason };
    case "delivered":
      return { state: outcome.kind, settled_at: at, reason: "" };
    case "passed":
    case "failed":
      return { state: outcome.kind, settled_at: at, reason: outcome.reason };
  }
}

const subjects = (sql: Sql) =>
  sql
    .selectFrom("notification.notifications as n")
    .leftJoin("notification.thread_follows as f", (join) =>
      join.onRef("f.user_id", "=", "n.user_id").onRef("f.thread_root_id", "=", "n.thread_root_id"),
    )
    .selectAll("n")
    .select("f.read_seq as thread_read_seq");

type SubjectRow = NotificationRow & { readonly thread_read_seq: bigint | null };

const toSubject = (row: SubjectRow): Subject => ({
  cause: row.cause,
  channelId: row.channel_id ?? undefined,
  messageId: row.message_id ?? undefined,
  threadRootId: row.thread_root_id ?? undefined,
  inChannel: row.in_channel,
  seq: row.seq ?? undefined,
  actorId: row.actor_id ?? undefined,
  text: row.body,
  raisedAt: row.raised_at,
  settled: row.read_at !== null || row.done_at !== null,
  threadReadSeq: row.thread_read_seq ?? undefined,
});
