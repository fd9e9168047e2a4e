import type pg from "pg";
import { migrationsIn, type SchemaMigrations } from "./migrate.ts";

/** What a schema was made by, in order. */
export interface AppliedMigrations {
  readonly schema: string;
  readonly migrations: readonly string[];
}

/** Of the schemas that are there. */
export async function findApplied(
  client: pg.ClientBase,
  schemas: readonly SchemaMigrations[],
): Promise<AppliedMigrations[]> {
  const found: AppliedMigrations[] = [];
  for (const { schema } of schemas) {
    const { rows } = await client.query<{ there: boolean }>("select to_regclass($1) is not null as there", [
      `${schema}.migrations`,
    ]);
    if (!rows[0]?.there) continue;
    const done = await client.query<{ name: string }>(`select name from ${schema}.migrations order by name`);
    found.push({ schema, migrations: done.rows.map(({ name }) => name) });
  }
  return found;
}

/** Whether migrating would change schemas that are there. An empty database is not pending. */
export async function isPending(
  client: pg.ClientBase,
  schemas: readonly SchemaMigrations[],
): Promise<boolean> {
  const applied = await findApplied(client, schemas);
  const counts = new Map(applied.map(({ schema, migrations }) => [schema, migrations.length]));
  if (applied.length === 0) return false;
  for (const { schema, folder } of schemas) {
    if ((await migrationsIn(folder)).length > (counts.get(schema) ?? 0)) return true;
  }
  return false;
}
