import { createHash, type Hash, timingSafeEqual } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { Transform } from "node:stream";
import { BackupError } from "./errors.ts";

/**
 * The end of a file: the SHA-256 of all bytes before it, in a frame that Zstandard skips (RFC 8878, 3.1.2),
 * so that the file stays one that its own tools can read. Finds what was cut off or changed.
 */
const FRAME = 0x184d2a5c;
const MARK = Buffer.from("chatter1");
const DIGEST_BYTES = 32;
const HEADER_BYTES = 8;
const SEAL_BYTES = HEADER_BYTES + MARK.length + DIGEST_BYTES;

/** Passes everything through, and the seal after it. */
export function sealing(): Transform {
  const hash = createHash("sha256");
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      done(null, sealOf(hash));
    },
  });
}

function sealOf(hash: Hash): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32LE(FRAME, 0);
  header.writeUInt32LE(MARK.length + DIGEST_BYTES, 4);
  return Buffer.concat([header, MARK, hash.digest()]);
}

/**
 * Reads the whole file once and answers how many bytes come before the seal.
 *
 * @throws BackupError when one byte is not as it was written.
 */
export async function checkSeal(file: string): Promise<number> {
  const content = (await sizeOf(file)) - SEAL_BYTES;
  if (content <= 0) throw notWhole(file);
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file, { end: content - 1 })) hash.update(chunk as Buffer);
  if (!timingSafeEqual(sealOf(hash), await readEnd(file, content))) throw notWhole(file);
  return content;
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (cause) {
    throw new BackupError(`There is no backup ${file} that can be read.`, { cause });
  }
}

async function readEnd(file: string, from: number): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(SEAL_BYTES), 0, SEAL_BYTES, from);
    return buffer;
  } finally {
    await handle.close();
  }
}

const notWhole = (file: string): BackupError =>
  new BackupError(`${file} is not a whole backup: it was cut off or changed, or is something else.`);
