import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { MirrorStore } from "../platform/authz/spicedb/mirror-store.ts";
import { type BackupOptions, backup, checkBackup } from "../platform/backup/backup.ts";
import { BackupError } from "../platform/backup/errors.ts";
import { KeptFiles } from "../platform/backup/kept-files.ts";
import type { Manifest } from "../platform/backup/manifest.ts";
import { isPending } from "../platform/postgres/applied-migrations.ts";
import { startEmbeddedPostgres, startOrJoinEmbeddedPostgres } from "../platform/postgres/embedded/index.ts";
import { SoleClient } from "../platform/postgres/migrate.ts";
import type { Config } from "./config.ts";
import { openProgram } from "./program.ts";
import { schemas } from "./schemas.ts";
import { version } from "./version.ts";

/** Writes the whole installation into one file while servers run. Answers the name of the file. */
export async function makeBackup(config: Config, file = nameBackup(config, "chatter")): Promise<string> {
  await mkdir(dirname(file), { recursive: true });
  await withDatabase(config, startOrJoinEmbeddedPostgres, (client) =>
    backup(client, { file, ...whatIsKept(config) }),
  );
  return file;
}

/**
 * Puts a backup in the place of all there is, and ends every session: those that were ended since would live
 * again, and clients remember entries that there are no more. No server may run.
 *
 * @throws BackupError before anything is touched, when the backup is damaged or of another version.
 */
export async function restoreBackup(config: Config, file: string): Promise<Manifest> {
  const { manifest, restore } = await checkBackup({ file, ...whatIsKept(config) });
  await withDatabase(config, startEmbeddedPostgres, async (client) => {
    await refuseOthers(client);
    await restore(client);
  });
  const program = await openProgram(config);
  try {
    await program.contexts.endEverySession();
    // What it was told since is not so any more.
    await new MirrorStore(program.engines.database("authz", 1)).resync();
  } finally {
    await program.stop();
  }
  return manifest;
}

/** Makes a backup, then migrates; answers the backup's file, or undefined where there was nothing to migrate. */
export async function upgrade(config: Config): Promise<string | undefined> {
  const file = nameBackup(config, "before-upgrade");
  const saved = await withDatabase(config, startEmbeddedPostgres, async (client) => {
    if (!(await isPending(client, schemas))) return false;
    await refuseOthers(client);
    await mkdir(dirname(file), { recursive: true });
    await backup(client, { file, ...whatIsKept(config) });
    return true;
  });
  const program = await openProgram(config);
  await program.stop();
  return saved ? file : undefined;
}

function whatIsKept({ dataDir }: Config): Omit<BackupOptions, "file"> {
  const files = new KeptFiles(dataDir, ["secrets.key"]);
  return { schemas, files, version, at: new Date() };
}

function nameBackup({ dataDir }: Config, what: string): string {
  const moment = new Date().toISOString().replace(/\.\d+/, "").replaceAll(":", "");
  return join(dataDir, "backups", `${what}-${moment}.tar.zst`);
}

type Start = typeof startEmbeddedPostgres;

async function withDatabase<T>(
  { databaseUrl, dataDir }: Config,
  start: Start,
  work: (client: SoleClient) => Promise<T>,
): Promise<T> {
  if (databaseUrl !== undefined) return withClient(databaseUrl, work);
  const postgres = await start({ dataDir: join(dataDir, "postgres") });
  try {
    return await withClient(postgres.url(), work);
  } finally {
    await postgres.stop();
  }
}

const NAME = "chatter_backup";

async function withClient<T>(url: string, work: (client: SoleClient) => Promise<T>): Promise<T> {
  const client = new SoleClient({ connectionString: url, application_name: NAME });
  // What is lost here fails the statement that waits for it.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function refuseOthers(client: SoleClient): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select distinct application_name as name from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and application_name like 'chatter%'`,
  );
  if (rows.length > 0)
    throw new BackupError("Servers or workers still use that database: stop all of them first.");
}
