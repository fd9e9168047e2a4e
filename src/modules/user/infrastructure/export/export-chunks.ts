import { sql } from "kysely";
import type { ExportId } from "../../../../kernel/ids.ts";
import type { Database } from "../../../../platform/postgres/database.ts";
import { ExportOver, type ExportStore, type PartPlace } from "../../application/export/ports.ts";
import type { UserSchema } from "../schema.ts";
import { type Chunk, createPartWriter } from "./part-writer.ts";

type ExportChunks = Pick<ExportStore, "openPart" | "finish" | "chunkAt">;

export function exportChunks(database: Database<UserSchema>): ExportChunks {
  return {
    async openPart(place) {
      const writer = await claim(database, place);
      if (writer === undefined) return undefined;
      return createPartWriter(place.chunk, (chunk) => keep(database, { ...place, writer }, chunk));
    },
    async finish(id, at, expiresAt) {
      await database.transaction(async (tx) => {
        await sql`
          update users.export_chunks c set starts_at = o.starts_at
          from (
            select part, n, sum(size) over (order by part, n) - size as starts_at
            from users.export_chunks where export_id = ${id}) o
          where c.export_id = ${id} and c.part = o.part and c.n = o.n`.execute(tx.sql);
        await sql`
          update users.exports set state = 'ready', writer = null, ended_at = ${at}, expires_at = ${expiresAt}
          where id = ${id} and state = 'running'`.execute(tx.sql);
      });
    },
    async chunkAt(id, offset) {
      const { rows } = await sql<{ starts_at: bigint; bytes: Buffer }>`
        select starts_at, bytes from users.export_chunks
        where export_id = ${id} and starts_at <= ${offset} order by starts_at desc limit 1`.execute(
        database.sql,
      );
      const [row] = rows;
      if (row === undefined || offset >= Number(row.starts_at) + row.bytes.length) return undefined;
      return { startsAt: Number(row.starts_at), bytes: row.bytes };
    },
  };
}

/** Its counts are made anew from what is left: a writer that died has counted what is written again now. */
async function claim(
  database: Database<UserSchema>,
  { exportId, part, chunk }: PartPlace,
): Promise<string | undefined> {
  return database.transaction(async (tx) => {
    const { rows } = await sql<{ writer: string }>`
      update users.exports set writer = gen_random_uuid() where id = ${exportId} and state = 'running'
      returning writer`.execute(tx.sql);
    const writer = rows[0]?.writer;
    if (writer === undefined) return undefined;
    await sql`
      delete from users.export_chunks where export_id = ${exportId} and part = ${part} and n >= ${chunk}`.execute(
      tx.sql,
    );
    await sql`
      update users.exports set (messages, channels_done, bytes) = (
        select coalesce(sum(messages), 0), coalesce(sum(channels), 0), coalesce(sum(size), 0)
        from users.export_chunks where export_id = ${exportId})
      where id = ${exportId}`.execute(tx.sql);
    return writer;
  });
}

interface Claim extends PartPlace {
  readonly exportId: ExportId;
  readonly writer: string;
}

/** Throws ExportOver. */
async function keep(
  database: Database<UserSchema>,
  { exportId, part, writer }: Claim,
  { n, bytes, messages, channels }: Chunk,
): Promise<void> {
  await database.transaction(async (tx) => {
    const { rows } = await sql`
      update users.exports set messages = messages + ${messages}, channels_done = channels_done + ${channels},
        bytes = bytes + ${bytes.length}
      where id = ${exportId} and state = 'running' and writer = ${writer} returning id`.execute(tx.sql);
    if (rows.length === 0) throw new ExportOver(exportId);
    await sql`
      insert into users.export_chunks (export_id, part, n, bytes, size, messages, channels)
      values (${exportId}, ${part}, ${n}, ${bytes}, ${bytes.length}, ${messages}, ${channels})`.execute(
      tx.sql,
    );
  });
}
