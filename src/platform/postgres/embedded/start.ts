import { access, constants, mkdir, realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Access, accessBy } from "./access.ts";
import { chooseShelf, locateBinaries } from "./binaries.ts";
import { asWorkingDirectory, ensureCluster } from "./cluster.ts";
import { EmbeddedPostgresError, reasonOf } from "./errors.ts";
import { type FolderLock, lockFolder } from "./folder-lock.ts";
import { prepareBinaries } from "./runnable-binaries.ts";
import { boundServerLog } from "./server-log.ts";
import { chooseServerUser } from "./server-user.ts";
import { type ServerSettings, serverArguments } from "./settings.ts";
import { prepareSocketFolder, socketPort } from "./socket-folder.ts";
import { type EmbeddedPostgresLog, Supervisor } from "./supervisor.ts";

export interface EmbeddedPostgresOptions {
  /** Everything the database keeps is below this folder, which is created when missing. */
  readonly dataDir: string;
  readonly log?: EmbeddedPostgresLog;
  /** PostgreSQL settings that replace the defaults of settings.ts. */
  readonly settings?: ServerSettings;
}

export interface EmbeddedPostgres extends Access {
  /** Ends every connection, stops the server cleanly and gives the folder free; at most some 12 seconds. May be called again. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts the PostgreSQL of this program on its own folder, the first time creating both cluster and
 * database, and keeps it running until `stop`. When this process dies instead, the server stops by itself
 * and the next start finds every committed transaction.
 *
 * @throws EmbeddedPostgresError when it cannot run here, or when another program holds the folder.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const native = locateBinaries();
  const dataDir = await prepareFolder(options.dataDir);
  const cluster = join(dataDir, "cluster");
  const user = await chooseServerUser(cluster);
  const lock = lockFolder(dataDir);
  try {
    const binaries = await prepareBinaries({ native, shelf: chooseShelf(dataDir) }, user);
    const durable = options.settings?.["fsync"] !== "off";
    await ensureCluster(cluster, { binaries, user, durable });
    const socket = await prepareSocketFolder(cluster, user);
    const args = serverArguments({
      ...options.settings,
      port: String(socketPort),
      unix_socket_directories: socket.forServer,
    });
    const command = {
      program: binaries.postgres,
      args: ["-D", asWorkingDirectory(cluster), ...args],
      folder: cluster,
      user,
    };
    const launch = { command, socketFolder: socket.forClients };
    const supervisor = await Supervisor.start(launch, options.log);
    return running({ supervisor, lock, cluster, socketFolder: socket.forClients });
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function prepareFolder(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    return await realpath(folder);
  } catch (cause) {
    throw new EmbeddedPostgresError(
      "folder-not-writable",
      `The data folder ${folder} cannot be written: ${reasonOf(cause)}.`,
      { cause },
    );
  }
}

interface Running {
  readonly supervisor: Supervisor;
  readonly lock: FolderLock;
  readonly cluster: string;
  readonly socketFolder: string;
}

function running({ supervisor, lock, cluster, socketFolder }: Running): EmbeddedPostgres {
  const logWatch = boundServerLog(join(cluster, "log"));
  return {
    ...accessBy(socketFolder),
    stop: async () => {
      logWatch.close();
      await supervisor.stop();
      if (socketFolder !== cluster) await rm(socketFolder, { recursive: true, force: true });
      lock.release();
    },
  };
}
