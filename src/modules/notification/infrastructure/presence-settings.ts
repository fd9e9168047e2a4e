import type { UserId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import type { Streams } from "../../../platform/stream/streams.ts";
import type { PresenceErasure, PresenceSettings } from "../application/ports.ts";
import type { PresenceChoice } from "../domain/presence.ts";
import type { NotificationSchema } from "./schema.ts";

export interface PresenceSettingsDeps {
  readonly database: Database<NotificationSchema>;
  readonly streams: Pick<Streams, "append" | "lock">;
  /** The choice as an entry of the person's own stream. */
  readonly encode: (user: UserId, choice: PresenceChoice, at: Date) => Uint8Array;
}

/** A row for everybody who chose something; whoever has none is shown as what they do. */
export function createPresenceSettings({
  database,
  streams,
  encode,
}: PresenceSettingsDeps): PresenceSettings & PresenceErasure {
  return {
    async find(user) {
      const row = await database.sql
        .selectFrom("notification.presence_settings")
        .select(["setting", "expires_at"])
        .where("user_id", "=", user)
        .executeTakeFirst();
      return row && { setting: row.setting, expiresAt: row.expires_at ?? undefined };
    },
    forget: (user) => remove(database.sql, user),
    save: (user, choice, at) =>
      database.transaction(async (tx) => {
        // The person's stream puts the choices of several devices into one order.
        await streams.lock(tx, [user]);
        await write(tx.sql, user, choice);
        await streams.append(tx, [{ stream: user, entry: encode(user, choice, at) }]);
      }),
  };
}

async function remove(sql: Database<NotificationSchema>["sql"], user: UserId): Promise<void> {
  await sql.deleteFrom("notification.presence_settings").where("user_id", "=", user).execute();
}

async function write(
  sql: Database<NotificationSchema>["sql"],
  user: UserId,
  { setting, expiresAt }: PresenceChoice,
): Promise<void> {
  if (setting === "automatic") return remove(sql, user);
  const chosen = { setting, expires_at: expiresAt ?? null };
  await sql
    .insertInto("notification.presence_settings")
    .values({ user_id: user, ...chosen })
    .onConflict((conflict) => conflict.column("user_id").doUpdateSet(chosen))
    .execute();
}
