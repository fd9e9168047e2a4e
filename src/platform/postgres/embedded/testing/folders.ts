import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Temporary folders of a test file. */
export class Folders {
  readonly #made: string[] = [];

  async create(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), "chatter-embedded-"));
    this.#made.push(folder);
    return folder;
  }

  async removeAll(): Promise<void> {
    for (const folder of this.#made.splice(0)) await rm(folder, { recursive: true, force: true });
  }
}

/** The server's process id, which it records while it runs. */
export function readServerPid(dataDir: string): number {
  return Number(readFileSync(join(dataDir, "cluster", "postmaster.pid"), "utf8").split("\n")[0]);
}

/** A server that stopped cleanly has removed its record. */
export function isServerRecorded(dataDir: string): boolean {
  return existsSync(join(dataDir, "cluster", "postmaster.pid"));
}
