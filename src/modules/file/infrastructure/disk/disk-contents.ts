import { randomUUID } from "node:crypto";
import { constants, copyFile, link, mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Contents, Part } from "../../application/ports.ts";
import type { ContentHash } from "../../domain/file.ts";
import { isMissing, whileThereIsRoom } from "./full-disk.ts";

const PARTS = ["content", "small", "large"] as const satisfies readonly Part[];
const READ_BYTES = 256 * 1024;

/** A folder a content, in folders of their first digits, so that none grows too long to list. */
export function createDiskContents(folder: string): Contents {
  const folderOf = (hash: ContentHash) => join(folder, hash.slice(0, 2), hash.slice(2, 4), hash);
  const pathOf = (hash: ContentHash, part: Part) => join(folderOf(hash), part);
  return {
    adopt: (hash, part, path) => whileThereIsRoom(() => adopt(path, pathOf(hash, part))),
    async size(hash, part) {
      try {
        return (await stat(pathOf(hash, part))).size;
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    async open(hash, part, range) {
      const file = await open(pathOf(hash, part), "r");
      return file.createReadStream({
        highWaterMark: READ_BYTES,
        ...(range && { start: range.first, end: range.last }),
      });
    },
    async remove(hash) {
      for (const part of PARTS) await rm(pathOf(hash, part), { force: true });
      await rm(folderOf(hash), { recursive: true, force: true });
    },
  };
}

/**
 * What is there under its name is whole and will outlive a loss of power: the bytes are on the disk before the name is,
 * and the name before this answers. The file that is adopted stays where it was.
 */
async function adopt(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  const temporary = `${to}.${randomUUID()}.new`;
  await linkOrCopy(from, temporary);
  await sync(temporary);
  await rename(temporary, to);
  await sync(dirname(to));
}

async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    // Another disk, or a file system without links.
    if (!(error instanceof Error && "code" in error && NO_LINK.has(error.code))) throw error;
    await copyFile(from, to, constants.COPYFILE_EXCL);
  }
}

const NO_LINK: ReadonlySet<unknown> = new Set(["EXDEV", "EPERM", "ENOTSUP", "EMLINK"]);

async function sync(path: string): Promise<void> {
  const file = await open(path, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
