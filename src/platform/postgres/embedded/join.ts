import { realpath } from "node:fs/promises";
import { join } from "node:path";
import { accessBy } from "./access.ts";
import { EmbeddedPostgresError } from "./errors.ts";
import { waitUntilReady } from "./readiness.ts";
import { chooseServerUser } from "./server-user.ts";
import { prepareSocketFolder } from "./socket-folder.ts";
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from "./start.ts";

// The other program may be about to start its server, or about to end.
const PATIENCE_MS = 10_000;

/**
 * Uses the server of the program that runs on the folder now, or starts it where none does. Whoever joined
 * must put up with its end at any time: `stop` leaves it to the other program.
 *
 * @throws EmbeddedPostgresError as starting does, or when the other program's server cannot be reached.
 */
export async function startOrJoinEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  try {
    return await startEmbeddedPostgres(options);
  } catch (error) {
    if (!(error instanceof EmbeddedPostgresError && error.code === "folder-in-use")) throw error;
    return joinServerOf(options.dataDir, error);
  }
}

async function joinServerOf(dataDir: string, inUse: EmbeddedPostgresError): Promise<EmbeddedPostgres> {
  const cluster = join(await realpath(dataDir), "cluster");
  const { forClients } = await prepareSocketFolder(cluster, await chooseServerUser(cluster));
  const late = AbortSignal.timeout(PATIENCE_MS);
  await waitUntilReady(forClients, late);
  if (late.aborted) throw inUse;
  return { ...accessBy(forClients), stop: async () => undefined };
}
