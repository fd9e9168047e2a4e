import { execFile } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { linkLibraries } from "./binaries.ts";
import { EmbeddedPostgresError, reasonOf, systemCode, useOwnServer } from "./errors.ts";
import type { ServerUser } from "./server-user.ts";

/** Binaries that were seen to run as the server's user. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly major: number;
}

export interface BinaryPlaces {
  /** Where npm put them. */
  readonly native: string;
  /** Where a copy may be kept. */
  readonly shelf: string;
}

type Probe = { readonly major: number } | "unreachable";

/**
 * The binaries where npm put them, or a copy when the server's user cannot enter that folder (such as
 * /root/chatter/node_modules for `nobody`) or when its links can neither be found nor made.
 */
export async function prepareBinaries({ native, shelf }: BinaryPlaces, user: ServerUser): Promise<Binaries> {
  if (await linkLibraries(native)) {
    const inPlace = await probe(native, user);
    if (inPlace !== "unreachable") return describe(native, inPlace.major);
  }
  const copy = join(shelf, `postgresql-${await readVersion(native)}`);
  const kept = await probeKept(copy, user);
  if (kept) return describe(copy, kept.major);
  await copyOut(native, copy, shelf);
  const copied = await probe(copy, user);
  if (copied === "unreachable") throw unusable(`the user id ${user.uid} cannot run programs in ${copy}`);
  return describe(copy, copied.major);
}

function describe(native: string, major: number): Binaries {
  return { postgres: join(native, "bin", "postgres"), initdb: join(native, "bin", "initdb"), major };
}

async function probe(native: string, user: ServerUser): Promise<Probe> {
  const postgres = join(native, "bin", "postgres");
  try {
    const { stdout } = await promisify(execFile)(postgres, ["--version"], { ...user, env: { LC_ALL: "C" } });
    const major = /PostgreSQL\) (\d+)/.exec(stdout)?.[1];
    if (major === undefined) throw unusable(`${postgres} --version says ${stdout.trim()}`);
    return { major: Number(major) };
  } catch (cause) {
    if (cause instanceof EmbeddedPostgresError) throw cause;
    const code = systemCode(cause);
    if (code === "EACCES") return "unreachable";
    if (code === "ENOENT") throw unusable("they need glibc, which this system does not have", cause);
    throw unusable(reasonOf(cause), cause);
  }
}

/** A copy cut short by a crash does not run; it is then made anew. */
async function probeKept(copy: string, user: ServerUser): Promise<{ major: number } | undefined> {
  try {
    const kept = await probe(copy, user);
    return kept === "unreachable" ? undefined : kept;
  } catch (error) {
    if (error instanceof EmbeddedPostgresError) return undefined;
    throw error;
  }
}

async function copyOut(native: string, copy: string, shelf: string): Promise<void> {
  await mkdir(shelf, { recursive: true, mode: 0o755 });
  const partial = await mkdtemp(`${copy}-partial-`);
  try {
    await cp(native, join(partial, "native"), { recursive: true, verbatimSymlinks: true });
    await linkLibraries(join(partial, "native"));
    await openToAll(join(partial, "native"));
    await rm(copy, { recursive: true, force: true });
    await rename(join(partial, "native"), copy);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** Independent of the umask; and synced, since a copy that was renamed into place is taken for complete. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) await chmod(path, 0o755);
    if (!entry.isFile()) continue;
    const file = await open(path);
    await file.chmod(((await file.stat()).mode & 0o111) === 0 ? 0o644 : 0o755);
    await file.sync();
    await file.close();
  }
}

async function readVersion(native: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(native, "..", "package.json"), "utf8"));
  return z.object({ version: z.string() }).parse(manifest).version;
}

function unusable(reason: string, cause?: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    "binaries-unusable",
    `The embedded PostgreSQL does not run here: ${reason}. ${useOwnServer}`,
    { cause },
  );
}
