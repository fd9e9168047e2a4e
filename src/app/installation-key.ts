import { randomBytes } from "node:crypto";
import { link, mkdir, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";

const BYTES = 32;

/**
 * The secret of this installation, from which keys are derived. Made at the first start and kept in the
 * data folder, readable by its owner only. Who deletes it signs every program out.
 */
export async function loadInstallationKey(dataDir: string): Promise<Uint8Array> {
  const file = join(dataDir, "installation.key");
  const key = (await read(file)) ?? (await make(dataDir, file));
  if (key.length !== BYTES) throw new Error(`${file} is damaged: restore it, or delete it to make a new one`);
  return key;
}

async function read(file: string): Promise<Buffer | undefined> {
  try {
    return Buffer.from(await readFile(file, "utf8"), "base64url");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** Written whole under another name and linked, so that a crash or a second program cannot leave half a key. */
async function make(dataDir: string, file: string): Promise<Buffer> {
  await mkdir(dataDir, { recursive: true });
  const draft = `${file}.${process.pid}`;
  const handle = await open(draft, "wx", 0o600);
  try {
    await handle.writeFile(randomBytes(BYTES).toString("base64url"));
    await handle.sync();
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  } finally {
    await handle.close();
    await rm(draft);
  }
  return Buffer.from(await readFile(file, "utf8"), "base64url");
}
