import { mkdir, open, opendir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { type FileId, isId } from "../../../../kernel/ids.ts";
import type { Staging } from "../../application/ports.ts";
import { isMissing, whileThereIsRoom } from "./full-disk.ts";

/**
 * A file a begun upload, in a folder of their own. It is as long as what was received, so its length says how far the
 * upload has come, whatever ended the process that wrote it.
 */
export async function openDiskStaging(folder: string): Promise<Staging> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const pathOf = (id: FileId) => join(folder, id);
  return {
    path: pathOf,
    create: (id) =>
      whileThereIsRoom(async () => {
        const file = await open(pathOf(id), "wx", 0o600);
        await file.close();
      }),
    async size(id) {
      try {
        return (await stat(pathOf(id))).size;
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    append: (id, offset, source) => whileThereIsRoom(() => append(pathOf(id), offset, source)),
    remove: (id) => rm(pathOf(id), { force: true }),
    async *list() {
      for await (const { name } of await opendir(folder)) {
        if (!isId("fil", name)) continue;
        const touchedAt = await touched(pathOf(name));
        if (touchedAt !== undefined) yield { id: name, touchedAt };
      }
    },
  };
}

/** What came before the source broke off is kept and durable; the caller learns of the break. */
async function append(path: string, offset: number, source: Readable): Promise<number> {
  const file = await open(path, "r+");
  let at = offset;
  try {
    for await (const chunk of source) {
      const bytes: Buffer = chunk;
      await writeAll(file, bytes, at);
      at += bytes.length;
    }
  } finally {
    try {
      if (at > offset) await file.datasync();
    } finally {
      await file.close();
    }
  }
  return at;
}

type OpenFile = Awaited<ReturnType<typeof open>>;

async function writeAll(file: OpenFile, bytes: Buffer, at: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done);
    done += bytesWritten;
  }
}

async function touched(path: string): Promise<Date | undefined> {
  try {
    return (await stat(path)).mtime;
  } catch (error) {
    // Finished or given up since the folder was read.
    if (isMissing(error)) return undefined;
    throw error;
  }
}
