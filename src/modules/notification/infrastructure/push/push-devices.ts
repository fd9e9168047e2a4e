import type { Database } from "../../../../platform/postgres/database.ts";
import type { PushDevices } from "../../application/push/ports.ts";
import { MOST_DEVICES, type PushDevice } from "../../domain/push/push-device.ts";
import type { NotificationSchema, PushDeviceRow } from "../schema.ts";

type Sql = Database<NotificationSchema>["sql"];

export function createPushDevices(database: Database<NotificationSchema>): PushDevices {
  const { sql } = database;
  return {
    add: (device) =>
      database.transaction(async (tx) => {
        const added = await write(tx.sql, device);
        await makeRoom(tx.sql, device);
        return added;
      }),
    async listOf(user) {
      const rows = ofPerson(sql, user).selectAll().orderBy("added_at", "desc");
      return (await rows.execute()).map(toDevice);
    },
    async find(id) {
      const row = sql.selectFrom("notification.push_devices").selectAll().where("id", "=", id);
      const found = await row.executeTakeFirst();
      return found && toDevice(found);
    },
    async remove(of, id) {
      const row = sql.deleteFrom("notification.push_devices").where("user_id", "=", of);
      await row.where("id", "=", id).execute();
    },
    async removeOf(user, sessions) {
      if (sessions?.length === 0) return;
      const rows = sql.deleteFrom("notification.push_devices").where("user_id", "=", user);
      await (sessions === undefined ? rows : rows.where("session_id", "in", sessions)).execute();
    },
    async delivered(id, at) {
      const row = sql.updateTable("notification.push_devices").set({ last_delivered_at: at });
      await row.where("id", "=", id).execute();
    },
  };
}

/** Index: push_devices_of. */
const ofPerson = (sql: Sql, user: PushDevice["userId"]) =>
  sql.selectFrom("notification.push_devices").where("user_id", "=", user);

async function write(sql: Sql, device: PushDevice): Promise<PushDevice> {
  const row = toRow(device);
  // What was to be delivered to whoever had the browser before is not delivered to whoever has it now.
  await sql
    .deleteFrom("notification.push_devices")
    .where("endpoint", "=", device.endpoint)
    .where("user_id", "<>", device.userId)
    .execute();
  const { id: _id, added_at: _addedAt, last_delivered_at: _last, ...renewed } = row;
  const written = await sql
    .insertInto("notification.push_devices")
    .values(row)
    .onConflict((conflict) => conflict.column("endpoint").doUpdateSet(renewed))
    .returningAll()
    .executeTakeFirstOrThrow();
  return toDevice(written);
}

async function makeRoom(sql: Sql, { userId }: PushDevice): Promise<void> {
  const kept = ofPerson(sql, userId).select("id").orderBy("added_at", "desc").limit(MOST_DEVICES);
  await sql
    .deleteFrom("notification.push_devices")
    .where("user_id", "=", userId)
    .where("id", "not in", kept)
    .execute();
}

const toRow = (device: PushDevice): PushDeviceRow => ({
  id: device.id,
  user_id: device.userId,
  org_id: device.orgId,
  session_id: device.sessionId,
  endpoint: device.endpoint,
  p256dh: Buffer.from(device.p256dh),
  auth: Buffer.from(device.auth),
  user_agent: device.userAgent,
  language: device.language,
  added_at: device.addedAt,
  last_delivered_at: device.lastDeliveredAt ?? null,
});

const toDevice = (row: PushDeviceRow): PushDevice => ({
  id: row.id,
  userId: row.user_id,
  orgId: row.org_id,
  sessionId: row.session_id,
  endpoint: row.endpoint,
  p256dh: row.p256dh,
  auth: row.auth,
  userAgent: row.user_agent,
  language: row.language,
  addedAt: row.added_at,
  lastDeliveredAt: row.last_delivered_at ?? undefined,
});
