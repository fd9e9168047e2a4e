import type { Client } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { findApplied } from "../postgres/applied-migrations.ts";
import type { SchemaMigrations } from "../postgres/migrate.ts";
import type { Member } from "./archive.ts";
import { MANIFEST, type Manifest, pieceOf, SEQUENCES, type StoredTable } from "./manifest.ts";

// What is held in memory at a time.
const PIECE_BYTES = 4 * 1024 * 1024;

/**
 * Everything in the schemas as it is at one moment, while others go on writing: tables in one snapshot of the
 * connection, which must be used for nothing else meanwhile.
 */
export async function* dump(client: Client, about: DumpAbout): AsyncGenerator<Member> {
  await client.query("begin isolation level repeatable read read only");
  try {
    const manifest = await describe(client, about);
    yield json(MANIFEST, manifest);
    for (const table of manifest.tables) yield* rowsOf(client, table);
    // Sequences know no snapshots. Read last, they are beyond every value that was read before.
    yield json(SEQUENCES, await readSequences(client, about.schemas));
  } finally {
    await client.query("rollback");
  }
}

export interface DumpAbout {
  readonly schemas: readonly SchemaMigrations[];
  readonly version: string;
  readonly at: Date;
}

async function describe(client: Client, { schemas, version, at }: DumpAbout): Promise<Manifest> {
  return {
    format: 1,
    version,
    createdAt: at.toISOString(),
    schemas: await findApplied(client, schemas),
    tables: await readTables(client, schemas),
  };
}

/** All but what migrating writes itself. Partitions are read by way of their table. */
async function readTables(client: Client, schemas: readonly SchemaMigrations[]): Promise<StoredTable[]> {
  const { rows } = await client.query<StoredTable>(
    `select n.nspname as schema, c.relname as table,
            array_agg(a.attname::text order by a.attnum) as columns
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid
      where n.nspname = any ($1) and c.relkind in ('r', 'p') and not c.relispartition
        and c.relname not in ('migrations', 'migrations_lock')
        and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      group by n.nspname, c.relname
      order by array_position($1, n.nspname::text), c.relname`,
    [schemas.map(({ schema }) => schema)],
  );
  return rows;
}

async function* rowsOf(client: Client, table: StoredTable): AsyncGenerator<Member> {
  const columns = table.columns.map((column) => client.escapeIdentifier(column)).join(", ");
  const rows = client.query(
    copyTo(`copy (select ${columns} from ${table.schema}.${client.escapeIdentifier(table.table)}) to stdout`),
  );
  let piece = 0;
  for await (const content of inPieces(rows)) yield { name: pieceOf(table, piece++), content };
}

async function* inPieces(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    waiting.push(chunk);
    bytes += chunk.length;
    if (bytes < PIECE_BYTES) continue;
    yield Buffer.concat(waiting);
    [waiting, bytes] = [[], 0];
  }
  if (bytes > 0) yield Buffer.concat(waiting);
}

async function readSequences(client: Client, schemas: readonly SchemaMigrations[]) {
  const { rows } = await client.query(
    `select schemaname as schema, sequencename as sequence, last_value::text as value
       from pg_sequences where schemaname = any ($1) and last_value is not null
      order by 1, 2`,
    [schemas.map(({ schema }) => schema)],
  );
  return rows;
}

const json = (name: string, value: unknown): Member => ({
  name,
  content: Buffer.from(`${JSON.stringify(value, undefined, 2)}\n`),
});
