import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Kysely, PostgresDialect, sql } from "kysely";
import { type Migration, type MigrationProvider, Migrator } from "kysely/migration";
import pg from "pg";

/** A schema with the folder of its migrations: NNNN-title.up.sql and NNNN-title.down.sql. */
export interface SchemaMigrations {
  readonly schema: string;
  readonly folder: string;
  /** Belongs to a bounded context, so its role may call what engines grant to `chatter_context`. */
  readonly context: boolean;
}

// Held while migrating, so that two programs that start together do not both migrate.
const MIGRATION_LOCK = 727_450_211;

/**
 * Brings every schema up to date, in the order given, each under a role of its own
 * (`chatter_<schema>`) which may use that schema and nothing else.
 */
export async function migrate(url: string, schemas: readonly SchemaMigrations[]): Promise<void> {
  await withMigrationConnection(url, async (db) => {
    await createRole(db, CONTEXTS);
    for (const entry of schemas) await createSchema(db, entry);
    for (const entry of schemas) {
      await run(db, entry, (migrator) => migrator.migrateToLatest());
      await grantOwnSchema(db, entry.schema);
    }
  });
}

/** Takes the latest migration of one schema back. */
export async function migrateDown(url: string, entry: SchemaMigrations): Promise<void> {
  await withMigrationConnection(url, (db) => run(db, entry, (migrator) => migrator.migrateDown()));
}

// Every context's role is a member of this one.
const CONTEXTS = "chatter_context";

/** The role that owns the rights on a schema. */
export const roleOf = (schema: string): string => `chatter_${schema}`;

async function withMigrationConnection(url: string, work: (db: Kysely<unknown>) => Promise<void>) {
  const pool = new pg.Pool({ connectionString: url, max: 1, application_name: "chatter_migrate" });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`.execute(db);
    await work(db);
  } finally {
    await db.destroy();
  }
}

async function createSchema(db: Kysely<unknown>, { schema, context }: SchemaMigrations): Promise<void> {
  const role = roleOf(schema);
  await createRole(db, role);
  if (context) await grantRole(db, CONTEXTS, role);
  await sql.raw(`create schema if not exists ${schema}`).execute(db);
  await sql.raw(`grant usage on schema ${schema} to ${role}`).execute(db);
}

async function createRole(db: Kysely<unknown>, role: string): Promise<void> {
  const { rows } = await sql`select from pg_roles where rolname = ${role}`.execute(db);
  if (rows.length > 0) return;
  // Roles belong to the whole server: another database's migration may be creating the same one.
  await sql
    .raw(
      `do $$ begin create role ${role} nologin; exception when duplicate_object or unique_violation then null; end $$`,
    )
    .execute(db);
  await grantRole(db, role, "current_user");
}

async function grantRole(db: Kysely<unknown>, role: string, to: string): Promise<void> {
  await sql
    .raw(`do $$ begin grant ${role} to ${to}; exception when unique_violation then null; end $$`)
    .execute(db);
}

async function grantOwnSchema(db: Kysely<unknown>, schema: string): Promise<void> {
  const role = roleOf(schema);
  await sql
    .raw(`grant select, insert, update, delete on all tables in schema ${schema} to ${role}`)
    .execute(db);
  await sql.raw(`grant usage on all sequences in schema ${schema} to ${role}`).execute(db);
}

async function run(
  db: Kysely<unknown>,
  { schema, folder }: SchemaMigrations,
  step: (migrator: Migrator) => ReturnType<Migrator["migrateToLatest"]>,
): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: sqlFiles(folder),
    migrationTableSchema: schema,
    migrationTableName: "migrations",
    migrationLockTableName: "migrations_lock",
  });
  // The results list steps as done even where all were rolled back: only the error tells the truth.
  const { error } = await step(migrator);
  if (error !== undefined) throw new Error(`migration of schema ${schema} failed`, { cause: error });
}

function sqlFiles(folder: string): MigrationProvider {
  return {
    async getMigrations() {
      const files = await readdir(folder);
      const names = files
        .filter((file) => file.endsWith(".up.sql"))
        .map((file) => file.slice(0, -".up.sql".length));
      return Object.fromEntries(names.map((name) => [name, migrationOf(folder, name)]));
    },
  };
}

function migrationOf(folder: string, name: string): Migration {
  const run = async (db: Kysely<unknown>, direction: "up" | "down") => {
    const text = await readFile(join(folder, `${name}.${direction}.sql`), "utf8");
    await sql.raw(text).execute(db);
  };
  return { up: (db) => run(db, "up"), down: (db) => run(db, "down") };
}
