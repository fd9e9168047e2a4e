import { text } from "node:stream/consumers";
import { finished, pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import { migrateWithin, type SchemaMigrations, type SoleClient } from "../postgres/migrate.ts";
import type { StoredMember } from "./archive.ts";
import { BackupError } from "./errors.ts";
import { type Manifest, SEQUENCES, type StoredTable, sequencesSchema, tableOf } from "./manifest.ts";

export interface LoadOptions {
  readonly manifest: Manifest;
  readonly schemas: readonly SchemaMigrations[];
  /** What comes after the manifest. */
  readonly members: AsyncIterable<StoredMember>;
  /** Is given what is neither rows nor sequences. */
  take(member: StoredMember): Promise<void>;
}

/**
 * Puts what is in a backup in the place of all that is in the schemas, and brings it to the newest schemas, in
 * the transaction that the client has begun: until its end everybody sees what was there before.
 */
export async function load(
  client: SoleClient,
  { manifest, schemas, members, take }: LoadOptions,
): Promise<void> {
  await client.query("set local lock_timeout = '10s'");
  for (const { schema } of schemas) await client.query(`drop schema if exists ${schema} cascade`);
  const then = manifest.schemas.map(({ schema, migrations }) => [schema, migrations.at(-1)] as const);
  await migrateWithin(client, schemas, new Map(then));
  const references = await dropReferences(client, manifest);
  await empty(client, manifest.tables);
  await loadMembers(client, { manifest, members, take });
  for (const restore of references) await client.query(restore);
  await migrateWithin(client, schemas);
}

async function loadMembers(client: SoleClient, { manifest, members, take }: Omit<LoadOptions, "schemas">) {
  const tables = new Map(manifest.tables.map((table) => [nameOf(table), table]));
  let open: TableLoad | undefined;
  for await (const member of members) {
    const name = tableOf(member.name);
    if (open !== undefined && open.name !== name) {
      await open.end();
      open = undefined;
    }
    if (name === undefined) {
      await (member.name === SEQUENCES ? setSequences(client, member) : take(member));
      continue;
    }
    const table = tables.get(name);
    if (table === undefined)
      throw new BackupError(`The backup has rows of ${name} that it does not describe.`);
    open ??= new TableLoad(client, table);
    await open.add(member.content);
  }
  await open?.end();
}

const nameOf = ({ schema, table }: StoredTable): string => `${schema}.${table}`;

/** All pieces of one table in one COPY. */
class TableLoad {
  readonly name: string;
  readonly #copy: ReturnType<typeof copyFrom>;

  constructor(client: SoleClient, table: StoredTable) {
    this.name = nameOf(table);
    const columns = table.columns.map((column) => client.escapeIdentifier(column)).join(", ");
    const target = `${table.schema}.${client.escapeIdentifier(table.table)} (${columns})`;
    this.#copy = client.query(copyFrom(`copy ${target} from stdin`));
  }

  async add(rows: AsyncIterable<Uint8Array>): Promise<void> {
    await pipeline(rows, this.#copy, { end: false });
  }

  async end(): Promise<void> {
    this.#copy.end();
    await finished(this.#copy);
  }
}

/** Rows come in no order that would please foreign keys; they are made again, and checked, at the end. */
async function dropReferences(client: SoleClient, { tables }: Manifest): Promise<string[]> {
  const { rows } = await client.query<{ owner: string; name: string; definition: string }>(
    `select conrelid::regclass::text as owner, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
       from pg_constraint where contype = 'f' and conparentid = 0 and conrelid = any ($1::regclass[])`,
    [tables.map(nameOf)],
  );
  for (const { owner, name } of rows) await client.query(`alter table ${owner} drop constraint ${name}`);
  return rows.map(
    ({ owner, name, definition }) => `alter table ${owner} add constraint ${name} ${definition}`,
  );
}

/** Of what migrations put into tables themselves. */
async function empty(client: SoleClient, tables: readonly StoredTable[]): Promise<void> {
  if (tables.length > 0) await client.query(`truncate ${tables.map(nameOf).join(", ")}`);
}

async function setSequences(client: SoleClient, { content }: StoredMember): Promise<void> {
  for (const { schema, sequence, value } of sequencesSchema.parse(JSON.parse(await text(content)))) {
    await client.query("select setval($1::regclass, $2)", [`${schema}.${sequence}`, value]);
  }
}
