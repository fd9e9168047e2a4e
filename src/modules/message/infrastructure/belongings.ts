import type { Database } from "../../../platform/postgres/database.ts";
import type { Belongings } from "../application/ports.ts";
import type { MessageSchema } from "./schema.ts";

export function createBelongings({ sql, transaction }: Database<MessageSchema>): Belongings {
  return {
    async undeleted(author, limit) {
      const rows = await sql
        .selectFrom("message.messages")
        .select(["id", "channel_id"])
        .where("author_id", "=", author)
        .where("deleted_at", "is", null)
        .limit(limit)
        .execute();
      return rows.map((row) => ({ messageId: row.id, channelId: row.channel_id }));
    },
    forget: (user) =>
      transaction(async (tx) => {
        await tx.sql.deleteFrom("message.mentions").where("user_id", "=", user).execute();
        await tx.sql.deleteFrom("message.drafts").where("user_id", "=", user).execute();
      }),
  };
}
