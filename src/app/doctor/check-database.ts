import { join } from "node:path";
import pg from "pg";
import { EngineRefused } from "../../kernel/engine-refused.ts";
import { createOperation } from "../../platform/outbox/operation.ts";
import { admitDatabase } from "../../platform/postgres/admission.ts";
import { findApplied, isPending } from "../../platform/postgres/applied-migrations.ts";
import { openDatabase } from "../../platform/postgres/database.ts";
import {
  EmbeddedPostgresError,
  startOrJoinEmbeddedPostgres,
} from "../../platform/postgres/embedded/index.ts";
import { roleOf } from "../../platform/postgres/migrate.ts";
import type { Config } from "../config.ts";
import { schemas } from "../schemas.ts";
import { type Check, type Finding, fine, problem, warning } from "./finding.ts";

const SECONDS_APART = 2;
const CONNECTIONS = 70;

/** Whether the program can work with it, its clock, and what waits in it for the operator. */
export const checkDatabase: Check = async (config) => {
  try {
    return await withDatabase(config, (url) => examine(url, config));
  } catch (error) {
    if (error instanceof EmbeddedPostgresError) return [problem(error.message, "see the sentence before")];
    throw error;
  }
};

async function withDatabase<T>(
  { databaseUrl, dataDir }: Config,
  work: (url: string) => Promise<T>,
): Promise<T> {
  if (databaseUrl !== undefined) return work(databaseUrl);
  const postgres = await startOrJoinEmbeddedPostgres({ dataDir: join(dataDir, "postgres") });
  try {
    return await work(postgres.url());
  } finally {
    await postgres.stop();
  }
}

async function examine(url: string, { databaseUrl }: Config): Promise<readonly Finding[]> {
  const variable = databaseUrl === undefined ? "DATA_DIR" : "DATABASE_URL";
  try {
    await admitDatabase({ url, variable, schemas });
  } catch (error) {
    if (error instanceof EngineRefused)
      return [problem(error.message, `change ${variable} or what it names`)];
    throw error;
  }
  const client = new pg.Client({ connectionString: url, application_name: "chatter_doctor" });
  await client.connect();
  try {
    const schemasThere = await checkSchemas(client);
    const own = databaseUrl === undefined ? [] : [await checkConnections(client)];
    const events = schemasThere.state === "fine" ? [await checkEvents(url)] : [];
    return [schemasThere, await checkClock(client), ...own, ...events];
  } finally {
    await client.end();
  }
}

async function checkSchemas(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ version: string; size: string }>(
    `select split_part(current_setting('server_version'), ' ', 1) as version,
            pg_size_pretty(pg_database_size(current_database())) as size`,
  );
  const what = `PostgreSQL ${rows[0]?.version} holds ${rows[0]?.size}`;
  if ((await findApplied(client, schemas)).length === 0)
    return warning("The database is still empty.", "start the server once, or restore a backup");
  if (!(await isPending(client, schemas))) return fine(`${what}, in the newest schema.`);
  return warning(
    `${what}, in the schema of an older version.`,
    "node cmd/ctl.ts upgrade, which makes a backup first",
  );
}

/** Sessions and tokens end by the clock of this machine, jobs begin by that of the database. */
async function checkClock(client: pg.Client): Promise<Finding> {
  const before = Date.now();
  const { rows } = await client.query<{ now: Date }>("select clock_timestamp() as now");
  const middle = (before + Date.now()) / 2;
  const apart = Math.abs((rows[0]?.now.getTime() ?? middle) - middle) / 1000;
  if (apart < SECONDS_APART) return fine("The clocks of this machine and of the database agree.");
  return problem(
    `The clocks of this machine and of the database are ${Math.round(apart)} seconds apart.`,
    "let both take the time by NTP (timedatectl set-ntp true)",
  );
}

async function checkConnections(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ most: number; used: number }>(
    `select current_setting('max_connections')::int as most,
            (select count(*)::int from pg_stat_activity where backend_type = 'client backend') as used`,
  );
  const { most = 0, used = 0 } = rows[0] ?? {};
  const what = `${used} of ${most} connections of the PostgreSQL are used.`;
  if (most - used >= CONNECTIONS) return fine(what);
  return warning(what, `a server or worker may open ${CONNECTIONS}: raise max_connections`);
}

async function checkEvents(url: string): Promise<Finding> {
  const onError = (error: Error): never => {
    throw error;
  };
  const database = openDatabase<unknown>({ url, role: roleOf("events"), connections: 1, onError });
  try {
    const { parked } = await createOperation(database.sql, () => undefined).backlog();
    if (parked === 0) return fine("No event is parked.");
    return problem(`${parked} deliveries of events are parked.`, "node cmd/ctl.ts events parked");
  } finally {
    await database.close();
  }
}
