import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { EmbeddedPostgresError } from "./errors.ts";
import { clearLeftovers } from "./leftovers.ts";
import { waitUntilReady } from "./readiness.ts";
import { readServerLog } from "./server-log.ts";
import { type ServerCommand, spawnWatched, type WatchedServer } from "./watchdog.ts";

export interface Launch {
  readonly command: ServerCommand;
  readonly socketFolder: string;
}

/** How PostgreSQL says that processes of the server before it are not yet gone. */
const notYetGone = /lock file ".*" already exists|pre-existing shared memory block/;
const patienceMs = 10_000;

/** Starts the server and waits until its database takes connections. The folder's lock must be held. */
export async function launchServer(launch: Launch): Promise<WatchedServer> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    await clearLeftovers(launch.command.folder, launch.socketFolder);
    const outcome = await tryOnce(launch);
    if (typeof outcome !== "string") return outcome;
    if (!notYetGone.test(outcome) || performance.now() > deadline) throw startFailed(launch, outcome);
    await delay(100);
  }
}

/** The ready server, or the last words of one that ended instead. */
async function tryOnce({ command, socketFolder }: Launch): Promise<WatchedServer | string> {
  const server = spawnWatched(command);
  const ended = new AbortController();
  const exited = server.exited.finally(() => ended.abort());
  try {
    return await Promise.race([exited, waitUntilReady(socketFolder, ended.signal).then(() => server)]);
  } catch (error) {
    await endServer(server);
    throw error;
  }
}

/** Stops the server cleanly, or after some seconds the hard way, and waits for its end. */
export async function endServer(server: WatchedServer): Promise<void> {
  server.signal("INT");
  const patience = delay(6_000, "still running", { ref: false });
  if ((await Promise.race([server.exited, patience])) === "still running") server.signal("QUIT");
  await server.exited;
}

function startFailed({ command }: Launch, lastWords: string): EmbeddedPostgresError {
  const log = join(command.folder, "log");
  return new EmbeddedPostgresError(
    "start-failed",
    `The embedded PostgreSQL in ${command.folder} did not start. It said:\n${lastWords}\n${readServerLog(log)}`,
  );
}
