import { randomUUID } from "node:crypto";
import { type FileHandle, link, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { syncFolder } from "../files/sync-folder.ts";
import { unless } from "../files/unless.ts";
import { SecretsError } from "./errors.ts";

/** Keys by their versions. */
export interface Keys {
  readonly current: number;
  readonly keys: ReadonlyMap<number, Buffer>;
}

const OWNER_ONLY = 0o600;
const OTHERS = 0o077;

const content = z
  .object({
    current: z.int().positive(),
    keys: z.record(z.string().regex(/^[1-9]\d*$/), z.string().regex(/^[\w-]{43}$/)),
  })
  .refine(({ current, keys }) => String(current) in keys);

/** Undefined where there is no such file. Refuses one that others may read, and one that is damaged. */
export async function readKeys(file: string): Promise<Keys | undefined> {
  const handle = await openIfThere(file);
  if (handle === undefined) return undefined;
  try {
    const { mode } = await handle.stat();
    if ((mode & OTHERS) !== 0)
      throw new SecretsError(`${file} can be used by others than its owner: chmod 600 it.`);
    return parse(file, await handle.readFile("utf8"));
  } finally {
    await handle.close();
  }
}

/** Does nothing where another program was faster. */
export async function createKeys(file: string, keys: Keys): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  try {
    const handle = await open(draft, "wx", OWNER_ONLY);
    try {
      await write(handle, keys);
    } finally {
      await handle.close();
    }
    await link(draft, file).catch(unless("EEXIST"));
    // A key must outlive a power cut before anything is encrypted by it.
    await syncFolder(dirname(file));
  } finally {
    await rm(draft, { force: true });
  }
}

/** Reads, changes and replaces the file as a whole; two programs cannot do so at the same time. */
export async function changeKeys(file: string, change: (keys: Keys | undefined) => Keys): Promise<Keys> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.new`;
  const handle = await open(draft, "wx", OWNER_ONLY).catch(unless("EEXIST"));
  if (handle === undefined)
    throw new SecretsError(`${draft} is there: another program changes the keys. If none does, delete it.`);
  try {
    const changed = await readKeys(file).then(change);
    await write(handle, changed);
    await rename(draft, file);
    // A key must outlive a power cut before anything is encrypted by it.
    await syncFolder(dirname(file));
    return changed;
  } finally {
    await handle.close();
    await rm(draft, { force: true });
  }
}

async function write(handle: FileHandle, { current, keys }: Keys): Promise<void> {
  const texts = [...keys].map(([version, key]) => [version, key.toString("base64url")]);
  await handle.writeFile(`${JSON.stringify({ current, keys: Object.fromEntries(texts) }, undefined, 2)}\n`);
  await handle.sync();
}

/** What is wrong with the text is not told: the parser would quote it. */
function parse(file: string, text: string): Keys {
  const parsed = content.safeParse(jsonOf(text));
  if (!parsed.success) throw new SecretsError(`${file} is damaged: bring it back from a backup.`);
  const { current, keys } = parsed.data;
  const decoded = Object.entries(keys).map(([version, key]) => [
    Number(version),
    Buffer.from(key, "base64url"),
  ]);
  return { current, keys: new Map(decoded as [number, Buffer][]) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function openIfThere(file: string): Promise<FileHandle | undefined> {
  return open(file, "r").catch(unless("ENOENT"));
}
