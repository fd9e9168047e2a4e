import { readdirSync } from "node:fs";
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { migrate, migrateDown, roleOf } from "../platform/postgres/migrate.ts";
import { createTestDatabase } from "../platform/postgres/testing/database.ts";
import { schemas } from "./schemas.ts";
import { createMigratedDatabase } from "./testing/database.ts";

const drops: (() => Promise<void>)[] = [];
afterAll(() => Promise.all(drops.map((drop) => drop())));

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  drops.unshift(() => client.end());
  return client;
}

/** Tables, columns, indexes and functions of our schemas, in words that do not depend on creation order. */
async function describeSchemas(client: pg.Client): Promise<string[]> {
  const names = schemas.map(({ schema }) => schema);
  const { rows } = await client.query<{ line: string }>(
    `select format('%s.%s %s %s %s', table_schema, table_name, column_name, data_type, is_nullable) as line
       from information_schema.columns where table_schema = any ($1)
     union all select indexdef from pg_indexes where schemaname = any ($1)
     union all select pg_get_functiondef(p.oid) from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname = any ($1)
     order by 1`,
    [names],
  );
  return rows.map((row) => row.line);
}

describe("migrations", () => {
  it("go down to nothing and up again to the same", async () => {
    const { url, drop } = await createTestDatabase();
    drops.push(drop);
    const client = await connect(url);
    await migrate(url, schemas);
    const first = await describeSchemas(client);
    for (const entry of schemas.toReversed()) await migrateDownAll(url, entry);
    const own = (await describeSchemas(client)).filter((line) => !line.includes("migrations"));
    expect(own).toEqual([]);
    await migrate(url, schemas);
    expect(await describeSchemas(client)).toEqual(first);
  });

  it("change nothing when they run again", async () => {
    const { url, drop } = await createMigratedDatabase();
    drops.push(drop);
    const client = await connect(url);
    const before = await describeSchemas(client);
    await migrate(url, schemas);
    expect(await describeSchemas(client)).toEqual(before);
  });
});

describe("the role of a context", () => {
  it("sees the tables of its own schema and of no other", async () => {
    const { url, drop } = await createMigratedDatabase();
    drops.push(drop);
    const client = await connect(url);
    const { rows } = await client.query<{ schema: string; name: string }>(
      "select schemaname as schema, tablename as name from pg_tables where schemaname = any ($1)",
      [schemas.map(({ schema }) => schema)],
    );
    for (const { schema } of schemas.filter((entry) => entry.context)) {
      await client.query(`set role ${roleOf(schema)}`);
      for (const table of rows) {
        const read = client.query(`select from ${table.schema}.${table.name} limit 0`);
        if (table.schema === schema) await read;
        else
          await expect(read, `${schema} reads ${table.schema}.${table.name}`).rejects.toMatchObject({
            code: "42501",
          });
      }
      await client.query("reset role");
    }
  });
});

async function migrateDownAll(url: string, entry: (typeof schemas)[number]): Promise<void> {
  const steps = readdirSync(entry.folder).filter((file) => file.endsWith(".down.sql"));
  for (const _ of steps) await migrateDown(url, entry);
}
