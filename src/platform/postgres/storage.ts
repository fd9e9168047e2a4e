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

interface MeasuredTable extends Omit<TableSize, "rows"> {
  readonly schema: string;
  readonly rows: bigint | null;
}

/** Any role may ask. */
export async function measureStorage({ sql: db }: Pick<Database<unknown>, "sql">): Promise<Storage> {
  const total = await sql<{ bytes: bigint }>`
    select pg_database_size(current_database()) as bytes`.execute(db);
  const { rows: tables } = await sql<MeasuredTable>`
    select n.nspname as schema, n.nspname || '.' || c.relname as name,
      pg_total_relation_size(c.oid) as bytes, nullif(c.reltuples, -1)::bigint as rows
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema$)'
    order by bytes desc, name`.execute(db);
  const bySchema = Map.groupBy(tables, ({ schema }) => schema);
  return {
    total: total.rows[0]?.bytes ?? 0n,
    bySchema: Array.from(bySchema, ([schema, its]) => ({ schema, bytes: sumOf(its) })).toSorted(
      (one, other) => Number(other.bytes - one.bytes),
    ),
    tables: tables
      .slice(0, TABLES)
      .map(({ name, bytes, rows }) => ({ name, bytes, rows: rows ?? undefined })),
  };
}

function sumOf(tables: readonly MeasuredTable[]): bigint {
  return tables.reduce((sum, { bytes }) => sum + bytes, 0n);
}

/** The version of the server, such as 18.1. */
export async function versionOfServer({ sql: db }: Pick<Database<unknown>, "sql">): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    select split_part(current_setting('server_version'), ' ', 1) as version`.execute(db);
  return rows[0]?.version ?? "";
}
