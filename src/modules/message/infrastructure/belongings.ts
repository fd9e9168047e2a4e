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
    async reactions(by, limit) {
      const rows = await sql
        .selectFrom("message.reactions as r")
        .innerJoin("message.messages as m", "m.id", "r.message_id")
        .select(["r.message_id", "r.emoji", "m.channel_id"])
        .where("r.user_id", "=", by)
        .limit(limit)
        .execute();
      return rows.map((row) => ({ messageId: row.message_id, channelId: row.channel_id, emoji: row.emoji }));
    },
    async votes(by, limit) {
      const rows = await sql
        .selectFrom("message.votes as v")
        .innerJoin("message.messages as m", "m.id", "v.message_id")
        .select(["v.message_id", "m.channel_id"])
        .distinct()
        .where("v.user_id", "=", by)
        .limit(limit)
        .execute();
      return rows.map((row) => ({ messageId: row.message_id, channelId: row.channel_id }));
    },
    forget: (user) =>
      transaction(async (tx) => {
        await tx.sql.deleteFrom("message.mentions").where("user_id", "=", user).execute();
        await tx.sql.deleteFrom("message.drafts").where("user_id", "=", user).execute();
        await tx.sql.deleteFrom("message.scheduled").where("user_id", "=", user).execute();
        await tx.sql.deleteFrom("message.saved").where("user_id", "=", user).execute();
      }),
  };
}
