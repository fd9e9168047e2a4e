import { sql } from "kysely";
import type { MessageId, UserId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import type { MessageSchema } from "./schema.ts";

/** How far somebody has read in a thread. */
export interface ThreadPosition {
  readonly threadRootId: MessageId;
  readonly readSeq: bigint;
}

export interface UnreadReplies {
  readonly threadRootId: MessageId;
  /** At most 100. */
  readonly unread: number;
  readonly lastReplyAt: Date | undefined;
}

// Beyond it a badge shows "99+", so nobody needs the rest counted.
const COUNTED_AT_MOST = 100;

/** For all threads in one statement, counted from positions and never kept; index: messages_thread. */
export async function countUnreadReplies(
  { sql: db }: Database<MessageSchema>,
  reader: UserId,
  positions: readonly ThreadPosition[],
): Promise<readonly UnreadReplies[]> {
  if (positions.length === 0) return [];
  const roots = positions.map(({ threadRootId }) => threadRootId);
  const seqs = positions.map(({ readSeq }) => readSeq);
  const { rows } = await sql<{ root: MessageId; unread: number; last_reply_at: Date }>`
    select r.id as root, r.last_reply_at, (select count(*)::int from (
      select from message.messages m
      where m.thread_root_id = r.id and m.seq > p.read_seq and m.deleted_at is null and m.author_id <> ${reader}
      limit ${sql.lit(COUNTED_AT_MOST)}) counted) as unread
    from unnest(${roots}::text[], ${seqs}::bigint[]) as p (root, read_seq)
    join message.messages r on r.id = p.root
    where r.reply_count > 0`.execute(db);
  return rows.map(({ root, unread, last_reply_at }) => ({
    ...{ threadRootId: root, unread },
    lastReplyAt: last_reply_at,
  }));
}
