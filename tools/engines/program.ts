import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, globSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import type { Source } from "./engine.ts";

/** What all clones of this user share: one build of each version of an engine. */
export const cacheFolder = join(
  process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache"),
  "chatter",
  "engines",
);

/** The file of the engine's program, or undefined where it is yet to be brought. */
export function findProgram(source: Source): string | undefined {
  if ("module" in source) {
    const built = join(buildFolder(source.module), source.program);
    return existsSync(built) ? built : undefined;
  }
  const folders = [
    // The lowest version first: the oldest that is supported.
    ...(source.folders === undefined ? [] : globSync(source.folders).toSorted()),
    ...(process.env["PATH"] ?? "").split(delimiter),
  ];
  return folders.map((folder) => join(folder, source.program)).find(isExecutable);
}

export function moduleFolder(module: string): string {
  return join(import.meta.dirname, module);
}

/** Named after what it is built from, so that a new pin is a new folder. */
export function buildFolder(module: string): string {
  const hash = createHash("sha256");
  for (const file of ["go.mod", "go.sum"]) hash.update(readFileSync(join(moduleFolder(module), file)));
  return join(cacheFolder, `${module}-${hash.digest("hex").slice(0, 12)}`);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
