import { createReadStream, createWriteStream } from "node:fs";
import { link, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { constants, createZstdCompress, createZstdDecompress } from "node:zlib";
import { extract, type Pack, pack } from "tar-stream";
import { syncFolder } from "../files/sync-folder.ts";
import { BackupError } from "./errors.ts";
import { checkSeal, sealing } from "./seal.ts";

/** A file in the archive. */
export interface Member {
  readonly name: string;
  readonly content: Buffer;
}

/** Nobody but its owner: it holds what everybody wrote, and the keys. */
const OWNER_ONLY = 0o600;

/**
 * Writes a tar, compressed by Zstandard and sealed. The file appears when it is whole and on the disk; until
 * then it is FILE.part.
 *
 * @throws BackupError when there is such a file already.
 */
export async function writeArchive(file: string, members: AsyncIterable<Member>): Promise<void> {
  const part = `${file}.part`;
  const tar = pack();
  const compress = createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } });
  try {
    const writing = pipeline(
      tar,
      compress,
      sealing(),
      createWriteStream(part, { mode: OWNER_ONLY, flush: true }),
    );
    await Promise.all([writing, packAll(tar, members)]);
    await publish(part, file);
  } finally {
    await rm(part, { force: true });
  }
}

async function packAll(tar: Pack, members: AsyncIterable<Member>): Promise<void> {
  try {
    for await (const { name, content } of members) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      tar.entry({ name, mode: OWNER_ONLY }, content, (error) => (error ? reject(error) : resolve()));
      await promise;
    }
    tar.finalize();
  } catch (error) {
    tar.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}

/** A link and not a rename, which would replace a file that is there. */
async function publish(part: string, file: string): Promise<void> {
  try {
    await link(part, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    throw new BackupError(`There is a file ${file} already; name another one.`, { cause: error });
  }
  await syncFolder(dirname(file));
}

/** A file of an archive that is being read; its content must be read, or drained, before the next one comes. */
export interface StoredMember {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/** The members in the order they were written. The seal is not looked at: `checkSeal` does so before. */
async function* readArchive(file: string, contentBytes: number): AsyncGenerator<StoredMember> {
  const members = extract();
  const reading = pipeline(
    createReadStream(file, { end: contentBytes - 1 }),
    createZstdDecompress(),
    members,
  );
  // It is told by whoever reads the members; without this it would also count as unhandled.
  reading.catch(() => undefined);
  for await (const entry of members) {
    if (isIterable(entry)) yield { name: entry.header.name, content: entry };
  }
  await reading;
}

/** Its streams all are, which their types do not tell. */
function isIterable(stream: object): stream is AsyncIterable<Uint8Array> {
  return Symbol.asyncIterator in stream;
}

/**
 * Reads the whole file once.
 *
 * @throws BackupError when it is not exactly as it was written.
 */
export async function openArchive(file: string): Promise<() => AsyncGenerator<StoredMember>> {
  const contentBytes = await checkSeal(file);
  return () => readArchive(file, contentBytes);
}
