import { sql } from "kysely";
import type { ChannelId, UserId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import type { Callings, ReadPosition, UnreadCount } from "../application/ports.ts";
import type { MessageSchema } from "./schema.ts";

// Beyond it a badge shows "99+", so nobody needs the rest counted.
const COUNTED_AT_MOST = 100;

interface UnreadRow extends Pick<UnreadCount, "head" | "messages" | "mentions"> {
  channel_id: ChannelId;
  read_seq: bigint;
  latest_at: Date | null;
}

interface Question {
  readonly positions: readonly ReadPosition[];
  readonly reader: UserId;
  readonly callings: Callings;
}

/**
 * A message that calls a reader by several names is counted once, so as many rows are read as names could hide
 * behind one message. Counts for all channels in one statement; indexes: messages_page, which answers without the table,
 * the primary key of mentions, and the end of messages_by_time.
 */
export async function countUnread(
  database: Database<MessageSchema>,
  { positions, reader, callings }: Question,
): Promise<readonly UnreadCount[]> {
  if (positions.length === 0) return [];
  const names = [reader, "*", ...callings.groupIds];
  const unheard = [reader, ...callings.apartIds];
  const channels = positions.map(({ channelId }) => channelId);
  const seqs = positions.map(({ readSeq }) => readSeq);
  const { rows } = await sql<UnreadRow>`
    select p.channel_id, p.read_seq, stream.head(p.channel_id) as head,
      (select count(*)::int from (
        select from message.messages m
        where m.channel_id = p.channel_id and m.seq > p.read_seq and m.listed
          and m.deleted_at is null and m.author_id <> ${reader}
        limit ${COUNTED_AT_MOST}) counted) as messages,
      (select count(distinct n.seq)::int from (
        select n.seq from message.mentions n
        where n.user_id = any(${names}::text[]) and n.channel_id = p.channel_id and n.seq > p.read_seq
          and n.author_id <> all(${unheard}::text[])
        limit ${COUNTED_AT_MOST * names.length}) n) as mentions,
      (select max(m.posted_at) from message.messages m
        where m.channel_id = p.channel_id and m.listed) as latest_at
    from unnest(${channels}::text[], ${seqs}::bigint[]) as p (channel_id, read_seq)`.execute(database.sql);
  return rows.map(({ channel_id, read_seq, latest_at, ...counts }) => ({
    ...counts,
    mentions: Math.min(counts.mentions, COUNTED_AT_MOST),
    channelId: channel_id,
    readSeq: read_seq,
    latestAt: latest_at ?? undefined,
  }));
}
