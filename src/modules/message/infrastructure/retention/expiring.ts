import { sql } from "kysely";
import type { ChannelId } from "../../../../kernel/ids.ts";
import type { Expiring } from "../../application/retention/ports.ts";
import type { Expiry } from "../../domain/retention.ts";
import type { ChangingDeps } from "../changing.ts";
import { messageColumns, toMessage } from "../rows.ts";
import { createChangeWriter } from "../write-change.ts";

/**
 * Index of all: messages_expiring. The limits keep PostgreSQL from reading all messages of all channels in
 * order to look for those of some.
 */
export function createExpiring(deps: ChangingDeps): Expiring {
  const { database, streams } = deps;
  const writeChange = createChangeWriter(deps);
  return {
    async count(expiries, most) {
      const { rows } = await sql<{ found: number }>`
        select count(*)::int as found from (
          select from ${asTable(expiries)}, ${oldest(most)} limit ${most}) found`.execute(database.sql);
      return rows[0]?.found ?? 0;
    },
    async overdue(expiries) {
      const { rows } = await sql<{ channel_id: ChannelId }>`
        select expiry.channel_id from ${asTable(expiries)}, ${oldest(1)}`.execute(database.sql);
      const found = new Set(rows.map((row) => row.channel_id));
      return expiries.filter(({ channelId }) => found.has(channelId));
    },
    change: ({ channelId, before }, limit, decide) =>
      database.transaction(async (tx) => {
        await streams.lock(tx, [channelId]);
        const rows = await tx.sql
          .selectFrom("message.messages")
          .select(messageColumns)
          .where("channel_id", "=", channelId)
          .where("posted_at", "<", before)
          .where("deleted_at", "is", null)
          .orderBy("posted_at")
          .limit(limit)
          .execute();
        for (const message of rows.map(toMessage)) {
          for (const change of decide(message)) await writeChange(tx, message, change);
        }
        return rows.length;
      }),
  };
}

const asTable = (expiries: readonly Expiry[]) => sql`unnest(
  ${expiries.map(({ channelId }) => channelId)}::text[],
  ${expiries.map(({ before }) => before)}::timestamptz[]) as expiry (channel_id, before)`;

const oldest = (limit: number) => sql`lateral (
  select from message.messages m
  where m.channel_id = expiry.channel_id and m.posted_at < expiry.before and m.deleted_at is null
  limit ${limit}) old`;
