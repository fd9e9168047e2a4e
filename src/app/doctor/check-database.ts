import { join } from "node:path";
import { EngineRefused } from "../../kernel/engine-refused.ts";
import { createOperation } from "../../platform/outbox/operation.ts";
import { admitDatabase } from "../../platform/postgres/admission.ts";
import { openDatabase } from "../../platform/postgres/database.ts";
import {
  EmbeddedPostgresError,
  startOrJoinEmbeddedPostgres,
} from "../../platform/postgres/embedded/index.ts";
import { roleOf } from "../../platform/postgres/migrate.ts";
import { readVitalSigns, type VitalSigns } from "../../platform/postgres/vital-signs.ts";
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
  const signs = await readVitalSigns(url, schemas);
  const own = databaseUrl === undefined ? [] : [connections(signs)];
  const events = signs.schema === "newest" ? [await checkEvents(url)] : [];
  return [schema(signs), clocks(signs), ...own, ...events];
}

function schema({ version, size, schema }: VitalSigns): Finding {
  const what = `PostgreSQL ${version} holds ${size}`;
  switch (schema) {
    case "absent":
      return warning("The database is still empty.", "start the server once, or restore a backup");
    case "older":
      return warning(
        `${what}, in the schema of an older version.`,
        "node cmd/ctl.ts upgrade, which makes a backup first",
      );
    case "newest":
      return fine(`${what}, in the newest schema.`);
  }
}

/** Sessions and tokens end by the clock of this machine, jobs begin by that of the database. */
function clocks({ clockApart }: VitalSigns): Finding {
  if (clockApart < SECONDS_APART) return fine("The clocks of this machine and of the database agree.");
  return problem(
    `The clocks of this machine and of the database are ${Math.round(clockApart)} seconds apart.`,
    "let both take the time by NTP (timedatectl set-ntp true)",
  );
}

function connections({ connections: { used, most } }: VitalSigns): Finding {
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
