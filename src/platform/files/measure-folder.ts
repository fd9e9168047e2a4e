import { readdir, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import { unless } from "./unless.ts";

/** In bytes. */
export interface DiskSpace {
  /** What this program may still write. */
  readonly free: bigint;
  readonly total: bigint;
}

/** Of the disk that the folder is on. */
export async function measureDisk(folder: string): Promise<DiskSpace> {
  const { bavail, blocks, bsize } = await statfs(folder, { bigint: true });
  return { free: bavail * bsize, total: blocks * bsize };
}

export interface FolderSize {
  readonly files: number;
  readonly bytes: bigint;
}

/** Of the files in it, without folders below; nothing where there is no such folder. */
export async function measureFolder(folder: string): Promise<FolderSize> {
  const names = (await readdir(folder).catch(unless("ENOENT"))) ?? [];
  const found = await Promise.all(
    // A file may go while others are looked at.
    names.map((name) => stat(join(folder, name), { bigint: true }).catch(unless("ENOENT"))),
  );
  const files = found.filter((each) => each?.isFile() === true);
  return { files: files.length, bytes: files.reduce((sum, each) => sum + (each?.size ?? 0n), 0n) };
}
