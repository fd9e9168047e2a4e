import type { MessageId, UserId } from "../../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../../platform/postgres/database.ts";
import type { Votes } from "../../application/polls/ports.ts";
import type { MessageSchema } from "../schema.ts";

export function createVotes({ sql }: Database<MessageSchema>): Votes {
  return {
    async of(message, user) {
      const rows = await sql
        .selectFrom("message.votes")
        .select("option_id")
        .where("message_id", "=", message)
        .where("user_id", "=", user)
        .orderBy("option_id")
        .execute();
      return rows.map(({ option_id }) => option_id);
    },
    /** Index: votes_for. */
    async voters(message, optionId, limit) {
      const rows = await sql
        .selectFrom("message.votes")
        .select("user_id")
        .where("message_id", "=", message)
        .where("option_id", "=", optionId)
        .orderBy("voted_at")
        .orderBy("user_id")
        .limit(limit)
        .execute();
      return rows.map(({ user_id }) => user_id);
    },
  };
}

/** The head of the message's channel is locked by the caller. Answers what was voted for before. */
export async function replaceVotes(
  tx: Transaction<MessageSchema>,
  { messageId, user, at }: { readonly messageId: MessageId; readonly user: UserId; readonly at: Date },
  optionIds: ReadonlySet<number>,
): Promise<ReadonlySet<number>> {
  const deleted = await tx.sql
    .deleteFrom("message.votes")
    .where("message_id", "=", messageId)
    .where("user_id", "=", user)
    .returning("option_id")
    .execute();
  const rows = [...optionIds].map((option_id) => ({
    ...{ message_id: messageId, user_id: user },
    ...{ option_id, voted_at: at },
  }));
  if (rows.length > 0) await tx.sql.insertInto("message.votes").values(rows).execute();
  return new Set(deleted.map(({ option_id }) => option_id));
}
