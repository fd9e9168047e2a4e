import pg from "pg";
import { EngineRefused } from "../../kernel/engine-refused.ts";
import {
  findRightToActAs,
  MigrationError,
  migrate,
  migrationsIn,
  rolesOf,
  type SchemaMigrations,
} from "./migrate.ts";
import { refusalOf } from "./refusal.ts";

export interface DatabaseToPrepare {
  readonly url: string;
  /** The setting that leads there, for the sentence that refuses it. */
  readonly variable: string;
  readonly schemas: readonly SchemaMigrations[];
}

/** What a server tells about itself and the user. */
export interface Server {
  readonly version: string;
  readonly number: number;
  readonly encoding: string;
  readonly standby: boolean;
  readonly login: string;
  readonly may_create_schemas: boolean;
  readonly may_create_roles: boolean;
}

const OLDEST = 15;
const PATIENCE_MS = 10_000;

/**
 * Brings the database to the newest schemas. Throws `EngineRefused`, and has changed nothing, where
 * `admitDatabase` does or what is there does not fit.
 */
export async function prepareDatabase(database: DatabaseToPrepare): Promise<void> {
  await admitDatabase(database);
  try {
    await migrate(database.url, database.schemas);
  } catch (error) {
    if (!(error instanceof MigrationError && error.cause instanceof pg.DatabaseError)) throw error;
    throw new EngineRefused(
      database.variable,
      `${error.message}; restore a backup, or give Chatter a database of its own`,
      { cause: error },
    );
  }
}

/** Throws `EngineRefused` where the program cannot work with this server, this user or what is in the database. */
export async function admitDatabase({ url, variable, schemas }: DatabaseToPrepare): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    application_name: "chatter_admission",
    // What a pooler between does not take, it shall refuse now.
    options: `-c statement_timeout=${PATIENCE_MS}`,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
  });
  // What is lost here fails the question that waits for it.
  client.on("error", () => undefined);
  try {
    await client.connect();
    const server = await askServer(client);
    const sentence =
      refuseServer(server) ??
      (await refuseRoles(client, server, schemas)) ??
      (await refuseSchemas(client, schemas));
    if (sentence !== undefined) throw new EngineRefused(variable, sentence);
  } catch (error) {
    throw refusalOf(variable, error);
  } finally {
    await client.end();
  }
}

async function askServer(client: pg.Client): Promise<Server> {
  const { rows } = await client.query<Server>(`
    select current_setting('server_version') as version,
           current_setting('server_version_num')::int as number,
           current_setting('server_encoding') as encoding,
           pg_is_in_recovery() as standby,
           current_user as login,
           has_database_privilege(current_database(), 'create') as may_create_schemas,
           (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) as may_create_roles`);
  const [server] = rows;
  if (server === undefined) throw new Error("the server tells nothing about itself");
  return server;
}

/** Why the program cannot work with such a server, or undefined where it can. */
export function refuseServer(server: Server): string | undefined {
  const { version, number, encoding, standby, login } = server;
  if (number < OLDEST * 10_000) return `that is PostgreSQL ${version}; take ${OLDEST} or newer`;
  if (standby) return "that server is a replica, which cannot be written; name the primary";
  if (encoding !== "UTF8")
    return `that database is in ${encoding}; create one with: encoding utf8 template template0`;
  if (!server.may_create_schemas)
    return `the user ${login} may not create schemas; make it the owner of the database`;
  return undefined;
}

/** Roles are shared by all databases of a server, so another installation may have made them. */
async function refuseRoles(
  client: pg.Client,
  { login, may_create_roles }: Server,
  schemas: readonly SchemaMigrations[],
): Promise<string | undefined> {
  const { rows } = await client.query<{ role: string; there: boolean; usable: boolean }>(findRightToActAs, [
    rolesOf(schemas),
  ]);
  if (rows.some(({ there }) => !there) && !may_create_roles)
    return `the user ${login} may not create roles; let a superuser run: alter role ${login} createrole`;
  const barred = rows.filter(({ usable }) => !usable).map(({ role }) => role);
  if (barred.length > 0)
    return `the user ${login} may not act as roles of another installation; let a superuser run: grant ${barred.join(", ")} to ${login}`;
  return undefined;
}

async function refuseSchemas(
  client: pg.Client,
  schemas: readonly SchemaMigrations[],
): Promise<string | undefined> {
  const { rows } = await client.query<{ schema: string; ours: boolean }>(
    `select nspname as schema, to_regclass(format('%I.migrations', nspname)) is not null as ours
       from pg_namespace n
      where nspname = any ($1) and exists (select from pg_class where relnamespace = n.oid)`,
    [schemas.map(({ schema }) => schema)],
  );
  for (const { schema, ours } of rows) {
    if (!ours)
      return `the schema ${schema} in that database is another program's; give Chatter a database of its own`;
    const known = await migrationsIn(schemas.find((entry) => entry.schema === schema)?.folder ?? "");
    const { rows: done } = await client.query<{ name: string }>(`select name from ${schema}.migrations`);
    const unknown = done.find(({ name }) => !known.includes(name));
    if (unknown)
      return `the schema ${schema} there is not of this version (it has ${unknown.name}); run the version that made it, or a newer one`;
  }
  return undefined;
}
