import { sql } from "kysely";
import type { ChannelId, MessageId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import type { Forwards } from "../application/ports.ts";
import type { MessageSchema } from "./schema.ts";

/** Index: messages_forwards. */
export function createForwards(database: Database<MessageSchema>): Forwards {
  return {
    async of(original, limit) {
      const { rows } = await sql<{ messageId: MessageId; channelId: ChannelId }>`
        select id as "messageId", channel_id as "channelId" from message.messages
        where forwarded->>'messageId' = ${original} and forwarded->>'text' <> '' limit ${limit}`.execute(
        database.sql,
      );
      return rows;
    },
  };
}
