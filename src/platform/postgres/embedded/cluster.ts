import { execFile } from "node:child_process";
import { chmod, chown, mkdtemp, readdir, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { syncFolder } from "../../files/sync-folder.ts";
import { unless } from "../../files/unless.ts";
import { EmbeddedPostgresError, reasonOf, useOwnServer } from "./errors.ts";
import type { Binaries } from "./runnable-binaries.ts";
import { assertUserHasName, type ServerUser } from "./server-user.ts";

/** The superuser, who also owns the database of the same name. */
export const superuser = "chatter";

const unfinishedSuffix = ".new-";

/**
 * How a process that starts inside the cluster's folder names it. By way of /proc the server also works when
 * its user cannot enter a parent folder, such as /root.
 */
export function asWorkingDirectory(cluster: string): string {
  return process.platform === "linux" ? "/proc/self/cwd" : cluster;
}

export interface ClusterOptions {
  readonly binaries: Binaries;
  readonly user: ServerUser;
  /** Wait until the new files are on the disk. */
  readonly durable: boolean;
}

/** Creates the cluster unless it is there, and refuses one that these binaries cannot open. */
export async function ensureCluster(cluster: string, options: ClusterOptions): Promise<void> {
  const found = await findMajor(cluster);
  if (found === undefined) return createCluster(cluster, options);
  if (found !== options.binaries.major) {
    throw new EmbeddedPostgresError(
      "folder-of-other-version",
      `The database in ${cluster} was made by PostgreSQL ${found}, and this program brings ` +
        `${options.binaries.major}. Export it with the program that made it and import it here. ${useOwnServer}`,
    );
  }
  await chmod(cluster, 0o700);
}

async function findMajor(cluster: string): Promise<number | undefined> {
  const version = await readFile(join(cluster, "PG_VERSION"), "utf8").catch(unless("ENOENT"));
  return version === undefined ? undefined : Number(version);
}

/** Built beside its place and renamed, so that an interrupted start leaves no half-made cluster. */
async function createCluster(cluster: string, options: ClusterOptions): Promise<void> {
  assertUserHasName(options.user);
  await assertVacant(cluster);
  try {
    await removeUnfinished(cluster);
    const unfinished = await mkdtemp(`${cluster}${unfinishedSuffix}`);
    await chown(unfinished, options.user.uid, options.user.gid);
    await runInitdb(unfinished, options);
    await rename(unfinished, cluster);
    if (options.durable) await syncFolder(dirname(cluster));
  } catch (cause) {
    throw new EmbeddedPostgresError(
      "init-failed",
      `PostgreSQL could not make its folder ${cluster}: ${reasonOf(cause)}\n${useOwnServer}`,
      { cause },
    );
  }
}

async function runInitdb(folder: string, { binaries, user, durable }: ClusterOptions): Promise<void> {
  const flags = [
    ["-D", asWorkingDirectory(folder)],
    ["-U", superuser, "--auth=trust"],
    // The same order and letter case on every host, whatever its locales.
    ["-E", "UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
    durable ? [] : ["--no-sync"],
  ].flat();
  try {
    const env = { LC_ALL: "C", PATH: "/usr/bin:/bin" };
    await promisify(execFile)(binaries.initdb, flags, { ...user, cwd: folder, env });
  } catch (cause) {
    throw new EmbeddedPostgresError(
      "init-failed",
      `PostgreSQL could not make its folder: ${reasonOf(cause)}`,
      {
        cause,
      },
    );
  }
}

async function assertVacant(cluster: string): Promise<void> {
  const entries = await readdir(cluster).catch(unless("ENOENT"));
  if (entries === undefined || entries.length === 0) return;
  throw new EmbeddedPostgresError(
    "init-failed",
    `The folder ${cluster} is not empty, but holds no complete database (PG_VERSION is missing). ` +
      "Restore it from a backup, or move it away to begin with an empty database.",
  );
}

/** The initdb of a program that was killed may still write for a moment, hence the retries. */
async function removeUnfinished(cluster: string): Promise<void> {
  const parent = dirname(cluster);
  for (const name of await readdir(parent)) {
    if (!name.startsWith(`${basename(cluster)}${unfinishedSuffix}`)) continue;
    await rm(join(parent, name), { recursive: true, maxRetries: 5 });
  }
}
