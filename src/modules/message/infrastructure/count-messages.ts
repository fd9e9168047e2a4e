import { sql } from "kysely";
import type { Database } from "../../../platform/postgres/database.ts";
import type { MessageSchema } from "./schema.ts";

/** How many messages there are, replies too and deleted ones not. */
export interface MessageCount {
  readonly count: number;
  /** There are so many that it is PostgreSQL's estimate, in which some deleted ones are. */
  readonly isEstimate: boolean;
}

// Counting these takes some ten milliseconds; counting ten million, seconds.
const COUNTED = 100_000;

/** PostgreSQL estimates a table when it vacuums or analyses it; -1 before. */
export async function countMessages({ sql: db }: Database<MessageSchema>): Promise<MessageCount> {
  const { rows } = await sql<{ estimate: number; count: number | null }>`
    with estimated as (select reltuples as estimate from pg_class where oid = 'message.messages'::regclass)
    select estimate, case when estimate <= ${COUNTED} then
      (select count(*)::int from message.messages where deleted_at is null) end as count
    from estimated`.execute(db);
  const [found] = rows;
  if (found === undefined) throw new Error("counting answered nothing");
  return { count: found.count ?? Math.round(found.estimate), isEstimate: found.count === null };
}
