import type { Database } from "../../../platform/postgres/database.ts";
import type { PresenceSettings } from "../application/ports.ts";
import type { NotificationSchema } from "./schema.ts";

/** A row for everybody who chose something; whoever has none is shown as what they do. */
export function createPresenceSettings({ sql }: Database<NotificationSchema>): PresenceSettings {
  return {
    async find(user) {
      const row = await sql
        .selectFrom("notification.presence_settings")
        .select("setting")
        .where("user_id", "=", user)
        .executeTakeFirst();
      return row?.setting;
    },
    async save(user, setting) {
      if (setting === "automatic") {
        await sql.deleteFrom("notification.presence_settings").where("user_id", "=", user).execute();
        return;
      }
      await sql
        .insertInto("notification.presence_settings")
        .values({ user_id: user, setting })
        .onConflict((conflict) => conflict.column("user_id").doUpdateSet({ setting }))
        .execute();
    },
  };
}
