import { sql } from "kysely";
import type { Database } from "./database.ts";

/** How much the database holds, in bytes on disk. */
export interface Storage {
  /** Of the whole database, with what PostgreSQL keeps for itself. */
  readonly total: bigint;
  /** Of each schema: its tables with their indexes, the largest first. */
  readonly bySchema: readonly { readonly schema: string; readonly bytes: bigint }[];
  /** The ten largest with their indexes, the largest first. */
  readonly tables: readonly TableSize[];
}

export interface TableSize {
  /** With its schema. */
  readonly name: string;
  readonly bytes: bigint;
  /** As PostgreSQL estimates them; undefined where it has not counted yet. */
  readonly rows: bigint | undefined;
}

const TABLES = 10;

/** Any role may ask. */
export async function measureStorage({ sql: db }: Pick<Database<unknown>, "sql">): Promise<Storage> {
  const total = await sql<{ bytes: bigint }>`
    select pg_database_size(current_database()) as bytes`.execute(db);
  const schemas = await sql<Storage["bySchema"][number]>`
    select n.nspname as schema, sum(pg_total_relation_size(c.oid))::bigint as bytes
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema$)'
    group by 1 order by 2 desc, 1`.execute(db);
  const tables = await sql<{ name: string; bytes: bigint; rows: bigint }>`
    select n.nspname || '.' || c.relname as name, pg_total_relation_size(c.oid) as bytes, c.reltuples::bigint as rows
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema$)'
    order by 2 desc, 1 limit ${TABLES}`.execute(db);
  return {
    total: total.rows[0]?.bytes ?? 0n,
    bySchema: schemas.rows,
    tables: tables.rows.map(({ rows, ...table }) => ({ ...table, rows: rows < 0n ? undefined : rows })),
  };
}

/** The version of the server, such as 18.1. */
export async function versionOfServer({ sql: db }: Pick<Database<unknown>, "sql">): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    select split_part(current_setting('server_version'), ' ', 1) as version`.execute(db);
  return rows[0]?.version ?? "";
}
