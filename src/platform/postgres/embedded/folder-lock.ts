import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { EmbeddedPostgresError } from "./errors.ts";

export interface FolderLock {
  /** May be called again. */
  release(): void;
}

const sqliteBusy = 5;

/** Garbage collection would close a database that nobody refers to, and with it give the lock away. */
const held = new Set<DatabaseSync>();

/**
 * Makes this program the only one on the folder.
 *
 * The lock is a file lock of the kernel, which ends with its holder however that ends: nothing stale is left
 * by a crash or a power loss, no reused process id looks alive, and it holds between containers that share
 * the folder. Node reaches such locks through its SQLite alone; nothing is ever written to that database.
 * The process id beside it serves the message only.
 */
export function lockFolder(folder: string): FolderLock {
  const holderFile = join(folder, "lock.pid");
  const database = new DatabaseSync(join(folder, "lock"));
  try {
    database.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    if (!isBusy(error)) throw error;
    throw new EmbeddedPostgresError(
      "folder-in-use",
      `Another program (process ${readHolder(holderFile)}) already runs on the data folder ${folder}. ` +
        "Stop it first, or give this one a data folder of its own.",
    );
  }
  held.add(database);
  writeFileSync(holderFile, `${process.pid}\n`);
  return {
    release() {
      if (held.delete(database)) database.close();
    },
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === sqliteBusy;
}

function readHolder(file: string): string {
  // A holder that has just taken the lock is yet to write its id.
  return existsSync(file) ? readFileSync(file, "utf8").trim() : "unknown";
}
