import { setTimeout as delay } from "node:timers/promises";
import { Client, DatabaseError } from "pg";
import { superuser } from "./cluster.ts";
import { systemCode } from "./errors.ts";
import { socketPort } from "./socket-folder.ts";

export const databaseName = "chatter";

/** Every attempt during a long recovery is a line in the server's log. */
const longestPauseMs = 500;

const cannotConnectNow = "57P03";
const noSuchDatabase = "3D000";
/** duplicate_database, or unique_violation where both are at it in the same moment. */
const madeMeanwhile = ["42P04", "23505"];

/**
 * Waits until the database takes connections, and creates it the first time. There is no limit: a server
 * that replays its log after a power loss is to be waited for, and one that ends instead aborts the signal.
 */
export async function waitUntilReady(socketFolder: string, ended: AbortSignal): Promise<void> {
  let pauseMs = 10;
  while (!ended.aborted) {
    const answer = await tryDatabase(socketFolder, databaseName);
    if (answer === "ready") return;
    if (answer === "no such database") await createDatabase(socketFolder);
    else await delay(pauseMs);
    pauseMs = Math.min(pauseMs * 1.25, longestPauseMs);
  }
}

type Answer = "ready" | "starting" | "no such database";

async function tryDatabase(socketFolder: string, database: string): Promise<Answer> {
  const client = connectTo(socketFolder, database);
  try {
    await client.connect();
    return "ready";
  } catch (error) {
    if (error instanceof DatabaseError && error.code === noSuchDatabase) return "no such database";
    if (error instanceof DatabaseError && error.code === cannotConnectNow) return "starting";
    if (["ENOENT", "ECONNREFUSED", "ECONNRESET", "EPIPE"].includes(systemCode(error) ?? ""))
      return "starting";
    throw error;
  } finally {
    await client.end();
  }
}

async function createDatabase(socketFolder: string): Promise<void> {
  const client = connectTo(socketFolder, "postgres");
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${databaseName} OWNER ${superuser}`);
  } catch (error) {
    // Whoever joins a server that has just started waits for its database too.
    if (!(error instanceof DatabaseError && madeMeanwhile.includes(error.code ?? ""))) throw error;
  } finally {
    await client.end();
  }
}

function connectTo(host: string, database: string): Client {
  const client = new Client({ host, port: socketPort, user: superuser, database, ssl: false });
  // A server that ends between two steps is seen by the next step, or by its watchdog.
  return client.on("error", () => undefined);
}
