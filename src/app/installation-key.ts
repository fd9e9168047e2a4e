import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { unless } from "../platform/files/unless.ts";

const BYTES = 32;

/**
 * Earlier versions kept the secret that access tokens are signed with in a file of each server. It is handed
 * over once, and the file is deleted when that has succeeded.
 */
export async function handOverInstallationKey(
  dataDir: string,
  take: (key: Uint8Array | undefined) => Promise<void>,
): Promise<void> {
  const file = join(dataDir, "installation.key");
  await take(await read(file));
  await rm(file, { force: true });
}

async function read(file: string): Promise<Buffer | undefined> {
  const key = Buffer.from((await readFile(file, "utf8").catch(unless("ENOENT"))) ?? "", "base64url");
  // From a damaged one anybody could guess a key.
  return key.length === BYTES ? key : undefined;
}
