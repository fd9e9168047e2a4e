import { existsSync, type FSWatcher, readdirSync, readFileSync, rmSync, watch } from "node:fs";
import { join } from "node:path";

/** The server begins a new file every 10 MB, every day and at every start. */
const filesKept = 5;

/** Deletes the oldest log files whenever the server begins a new one. The watch does not keep us running. */
export function boundServerLog(folder: string): FSWatcher {
  deleteOldest(folder);
  return watch(folder, { persistent: false }, (event) => {
    if (event === "rename") deleteOldest(folder);
  });
}

/** The end of the newest file, to tell why a start failed. */
export function readServerLog(folder: string): string {
  const newest = listFiles(folder).at(-1);
  return newest === undefined ? "" : readFileSync(join(folder, newest), "utf8").slice(-4096).trim();
}

function deleteOldest(folder: string): void {
  for (const name of listFiles(folder).slice(0, -filesKept)) rmSync(join(folder, name), { force: true });
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".log"))
    .toSorted();
}
