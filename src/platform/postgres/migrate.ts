import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Kysely, PostgresDialect, sql } from "kysely";
import { type Migration, type MigrationProvider, Migrator, NO_MIGRATIONS } from "kysely/migration";
import pg from "pg";

/** A schema with the folder of its migrations: NNNN-title.up.sql and NNNN-title.down.sql. */
export interface SchemaMigrations {
  readonly schema: string;
  readonly folder: string;
  /** Belongs to a bounded context, so its role may call what engines grant to `chatter_context`. */
  readonly context: boolean;
}

/** What is in the schema does not fit its migrations; nothing of that schema was changed. */
export class MigrationError extends Error {
  constructor(schema: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`the schema ${schema} cannot be brought to this version (${reason})`, { cause });
    this.name = "MigrationError";
  }
}

// Held while migrating, so that two programs that start together do not both migrate.
const MIGRATION_LOCK = 727_450_211;

/**
 * Brings every schema up to date, in the order given, each under a role of its own
 * (`chatter_<schema>`) which may use that schema and nothing else.
 */
export async function migrate(url: string, schemas: readonly SchemaMigrations[]): Promise<void> {
  await withMigrationConnection(url, (db) =>
    bringUp(db, schemas, (_, migrator) => migrator.migrateToLatest()),
  );
}

/** A connection of which there is no other, so that what borrows it from a pool gives it back to nobody. */
export class SoleClient extends pg.Client {
  release(): void {
    // It goes on with whoever opened it.
  }
}

/**
 * The same in the transaction that the client has begun. With `until`, the schemas that it names up to that
 * migration, and no others.
 */
export async function migrateWithin(
  client: SoleClient,
  schemas: readonly SchemaMigrations[],
  until?: ReadonlyMap<string, string | undefined>,
): Promise<void> {
  const pool = { connect: async () => client, end: async () => undefined, options: {} };
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(db);
  if (until === undefined)
    return bringUp(db, schemas, (_, migrator) => migrator.migrateToLatest(NO_TRANSACTION));
  const then = schemas.filter(({ schema }) => until.has(schema));
  await bringUp(db, then, (schema, migrator) =>
    migrator.migrateTo(until.get(schema) ?? NO_MIGRATIONS, NO_TRANSACTION),
  );
}

const NO_TRANSACTION = { disableTransactions: true };

type Step = (schema: string, migrator: Migrator) => ReturnType<Migrator["migrateToLatest"]>;

async function bringUp(db: Kysely<unknown>, schemas: readonly SchemaMigrations[], step: Step): Promise<void> {
  await createRole(db, CONTEXTS);
  for (const entry of schemas) await createSchema(db, entry);
  for (const entry of schemas) {
    await run(db, entry, (migrator) => step(entry.schema, migrator));
    await grantOwnSchema(db, entry.schema);
  }
}

/** Takes the latest migration of one schema back. */
export async function migrateDown(url: string, entry: SchemaMigrations): Promise<void> {
  await withMigrationConnection(url, (db) => run(db, entry, (migrator) => migrator.migrateDown()));
}

// Every context's role is a member of this one.
const CONTEXTS = "chatter_context";

/** All roles that the schemas need. */
export function rolesOf(schemas: readonly SchemaMigrations[]): string[] {
  return [CONTEXTS, ...schemas.map(({ schema }) => roleOf(schema))];
}

// To act as a role one must be a member; since PostgreSQL 16 one that was told so, as its creator is not.
const TO_ACT_AS =
  "case when current_setting('server_version_num')::int < 160000 then 'MEMBER' else 'SET' end";

/**
 * For each of the roles named by $1: whether it is there, and whether the user may act as it or let itself.
 * Up to PostgreSQL 15 whoever may create roles may do so with all; since 16 with those it has the admin option for.
 */
export const findRightToActAs = `
  select current_user as login, role, r.oid is not null as there,
         r.oid is null or pg_has_role(r.oid, ${TO_ACT_AS}) or pg_has_role(r.oid, 'MEMBER WITH ADMIN OPTION')
           or (me.rolcreaterole and current_setting('server_version_num')::int < 160000) as usable
    from unnest($1::text[]) as role
    left join pg_roles r on r.rolname = role
    join pg_roles me on me.rolname = current_user`;

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
  if (context) await grantRole(db, { role: CONTEXTS, to: role, unless: "'MEMBER'" });
  await sql.raw(`create schema if not exists ${schema}`).execute(db);
  await sql.raw(`grant usage on schema ${schema} to ${role}`).execute(db);
}

async function createRole(db: Kysely<unknown>, role: string): Promise<void> {
  const { rows } = await sql`select from pg_roles where rolname = ${role}`.execute(db);
  if (rows.length === 0) {
    // Roles belong to the whole server: another database's migration may be creating the same one.
    await sql
      .raw(
        `do $$ begin create role ${role} nologin; exception when duplicate_object or unique_violation then null; end $$`,
      )
      .execute(db);
  }
  await grantRole(db, { role, to: "current_user", unless: TO_ACT_AS });
}

interface Grant {
  readonly role: string;
  readonly to: string;
  /** The privilege on the role, in SQL, that makes the grant needless. Granting takes more rights than having. */
  readonly unless: string;
}

async function grantRole(db: Kysely<unknown>, { role, to, unless }: Grant): Promise<void> {
  const member = to === "current_user" ? to : `'${to}'`;
  await sql
    .raw(
      `do $$ begin
         if not pg_has_role(${member}, '${role}', ${unless}) then grant ${role} to ${to}; end if;
       exception when unique_violation then null; end $$`,
    )
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
  if (error !== undefined) throw new MigrationError(schema, error);
}

/** The names of a folder's migrations. */
export async function migrationsIn(folder: string): Promise<string[]> {
  const files = await readdir(folder);
  return files.filter((file) => file.endsWith(".up.sql")).map((file) => file.slice(0, -".up.sql".length));
}

function sqlFiles(folder: string): MigrationProvider {
  return {
    async getMigrations() {
      const names = await migrationsIn(folder);
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
