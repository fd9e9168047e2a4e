import { sql } from "kysely";
import type { ChannelId, MessageId } from "../../../../kernel/ids.ts";
import type { Transaction } from "../../../../platform/postgres/database.ts";
import { headsOfChannels } from "../../../../platform/stream/log-feed.ts";
import type { Streams } from "../../../../platform/stream/streams.ts";
import type { MessageSchema } from "../schema.ts";
import { type IndexDeps, saveProgress } from "./index-log.ts";
import { indexedColumns, lockIndex, writeRows } from "./index-messages.ts";
import { Segments } from "./segments.ts";

const MESSAGES_A_PAGE = 1_000;

/**
 * Makes the index anew from the messages, in the order of their ids, which is that of time. Others find what was
 * there before until it is done; new messages wait so long. Answers how many messages it holds.
 */
export function rebuildIndex(deps: IndexDeps): Promise<number> {
  return deps.database.transaction(async (tx) => {
    await lockIndex(tx);
    return fill(tx, deps);
  });
}

/** As `rebuildIndex`, where there are messages and nothing was ever indexed: after an upgrade. */
export function fillEmptyIndex(deps: IndexDeps): Promise<number> {
  return deps.database.transaction(async (tx) => {
    await lockIndex(tx);
    const { rows } = await sql<{ empty: boolean }>`
      select exists (select from message.messages)
        and not exists (select from message.search_segments) as empty`.execute(tx.sql);
    return rows[0]?.empty === true ? fill(tx, deps) : 0;
  });
}

async function fill(tx: Transaction<MessageSchema>, { streams, stem }: IndexDeps): Promise<number> {
  // Before anything is read: what is written from here on is read in the logs afterwards.
  const heads = await headsOf(streams);
  await tx.sql.deleteFrom("message.search_segments").execute();
  await tx.sql.deleteFrom("message.search_progress").execute();
  const segments = new Segments([]);
  let after = "" as MessageId;
  let messages = 0;
  for (;;) {
    const page = await tx.sql
      .selectFrom("message.messages")
      .select(indexedColumns)
      .where("id", ">", after)
      .orderBy("id")
      .limit(MESSAGES_A_PAGE)
      .execute();
    const last = page.at(-1);
    const stale = tx.sql.deleteFrom("message.search").where("message_id", ">", after);
    await (last === undefined ? stale : stale.where("message_id", "<=", last.id)).execute();
    if (last === undefined) break;
    const rows = page.filter(({ deleted_at }) => deleted_at === null);
    await writeRows(tx, rows, segments, stem);
    messages += rows.length;
    after = last.id;
  }
  await segments.save(tx);
  await saveProgress(tx, heads);
  return messages;
}

async function headsOf(streams: Streams): Promise<ReadonlyMap<ChannelId, bigint>> {
  const all = new Map<ChannelId, bigint>();
  for await (const page of headsOfChannels(streams)) for (const [id, head] of page) all.set(id, head);
  return all;
}
