import { sql } from "kysely";
import type { MessageId } from "../../../../kernel/ids.ts";
import type { Transaction } from "../../../../platform/postgres/database.ts";
import { lexemesOf } from "../../domain/search/lexemes.ts";
import type { Stemmer } from "../../domain/search/stems.ts";
import { type MessageRow, messageColumns, toMessage } from "../rows.ts";
import type { MessageSchema } from "../schema.ts";
import { toTsvector } from "./notation.ts";
import type { Segments } from "./segments.ts";

type Tx = Transaction<MessageSchema>;
type IndexedRow = MessageRow & { readonly reaction_count: number };

/** What is read of a message to index it. */
export const indexedColumns = [...messageColumns, "reaction_count"] as const;

/** Only one process of all writes into the index at a time. */
const INDEX_LOCK = 727_450_212;

/** Holds the index for writing until the transaction ends. */
export async function lockIndex(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(INDEX_LOCK)})`.execute(tx.sql);
}

/** As `lockIndex`, unless another process holds it. */
export async function tryLockIndex(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ locked: boolean }>`
    select pg_try_advisory_xact_lock(${sql.lit(INDEX_LOCK)}) as locked`.execute(tx.sql);
  return rows[0]?.locked === true;
}

/** Brings these messages into the index as they are now: what was deleted leaves it. */
export async function indexMessages(
  tx: Tx,
  ids: readonly MessageId[],
  segments: Segments,
  stem: Stemmer,
): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx.sql
    .selectFrom("message.messages")
    .select(indexedColumns)
    .where("id", "=", sql<MessageId>`any(${ids})`)
    .where("deleted_at", "is", null)
    .execute();
  const left = new Set(rows.map(({ id }) => id));
  const gone = ids.filter((id) => !left.has(id));
  if (gone.length > 0) await forgetWords(tx, gone);
  await writeRows(tx, rows, segments, stem);
}

export async function writeRows(
  tx: Tx,
  rows: readonly IndexedRow[],
  segments: Segments,
  stem: Stemmer,
): Promise<void> {
  if (rows.length === 0) return;
  const lexemes = rows.map((row) => {
    const message = { ...toMessage(row), hasReactions: row.reaction_count > 0 };
    return toTsvector(segments.of(row.posted_at), lexemesOf(message, stem));
  });
  const { rows: written } = await sql<{ at: Date; added: boolean }>`
    insert into message.search as s (message_id, channel_id, at, lexemes)
    select id, channel, at, lexemes::tsvector
    from unnest(${rows.map(({ id }) => id)}::text[], ${rows.map((row) => row.channel_id)}::text[],
      ${rows.map((row) => row.posted_at)}::timestamptz[], ${lexemes}::text[]) as i (id, channel, at, lexemes)
    on conflict (message_id) do update set channel_id = excluded.channel_id, lexemes = excluded.lexemes
      where s.lexemes is distinct from excluded.lexemes
    returning at, xmax = 0 as added`.execute(tx.sql);
  for (const { at, added } of written) if (added) segments.count(at);
}

/** Takes the words of messages out of the index. */
export async function forgetWords(tx: Tx, ids: readonly MessageId[]): Promise<void> {
  await tx.sql.deleteFrom("message.search").where("message_id", "=", sql<MessageId>`any(${ids})`).execute();
}
