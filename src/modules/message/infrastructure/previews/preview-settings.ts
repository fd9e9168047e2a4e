import type { Database } from "../../../../platform/postgres/database.ts";
import type { PreviewSettings } from "../../application/previews/ports.ts";
import type { MessageSchema } from "../schema.ts";

export function createPreviewSettings({ sql }: Database<MessageSchema>): PreviewSettings {
  return {
    async find(orgId) {
      const settings = sql.selectFrom("message.preview_settings").selectAll().where("org_id", "=", orgId);
      const row = await settings.executeTakeFirst();
      return row && { orgId, enabled: row.enabled, by: row.changed_by, at: row.changed_at };
    },
    async save({ orgId, enabled, by, at }) {
      const row = { enabled, changed_by: by, changed_at: at };
      await sql
        .insertInto("message.preview_settings")
        .values({ org_id: orgId, ...row })
        .onConflict((conflict) => conflict.column("org_id").doUpdateSet(row))
        .execute();
    },
  };
}
