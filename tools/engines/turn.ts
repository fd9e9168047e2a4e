import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

const sqliteBusy = 5;
const lock = "PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE";

/**
 * Waits until no other clone brings or starts engines on this machine, and keeps them waiting until what is answered
 * is closed. It is a file lock of the kernel, which no crash leaves behind; Node reaches such locks through SQLite.
 */
export function takeTurn(folder: string): DatabaseSync {
  mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(join(folder, "lock"));
  try {
    database.exec(lock);
  } catch (error) {
    if (!(error instanceof Error && "errcode" in error && error.errcode === sqliteBusy)) throw error;
    console.error("Waiting: engines are being brought or started by somebody else.");
    database.exec(`PRAGMA busy_timeout = ${60 * 60 * 1000}; ${lock}`);
  }
  return database;
}
