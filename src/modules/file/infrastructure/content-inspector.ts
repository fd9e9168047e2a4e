import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { fileTypeFromBuffer } from "file-type";
import type { Inspection, Inspector } from "../application/ports.ts";
import type { ContentHash } from "../domain/file.ts";
import { PLAIN_TEXT, UNKNOWN_TYPE } from "../domain/media-type.ts";

// What tells a type stands at the beginning, in archives of documents somewhat further in.
const BEGINNING_BYTES = 64 * 1024;
const READ_BYTES = 1024 * 1024;

/** By what the bytes say, never by the name: the name is the sender's to choose. */
export const contentInspector: Inspector = {
  async inspect(path): Promise<Inspection> {
    const file = await open(path, "r");
    const hash = createHash("sha256");
    const beginning: Buffer[] = [];
    let kept = 0;
    for await (const chunk of file.createReadStream({ highWaterMark: READ_BYTES })) {
      const bytes: Buffer = chunk;
      hash.update(bytes);
      if (kept < BEGINNING_BYTES) {
        const part = Buffer.from(bytes.subarray(0, BEGINNING_BYTES - kept));
        beginning.push(part);
        kept += part.length;
      }
    }
    return { hash: hash.digest("hex") as ContentHash, type: await typeOf(Buffer.concat(beginning)) };
  },
};

async function typeOf(beginning: Buffer): Promise<string> {
  const found = await fileTypeFromBuffer(beginning);
  if (found !== undefined) return found.mime;
  return isText(beginning) ? PLAIN_TEXT : UNKNOWN_TYPE;
}

/** UTF-8 without characters that no text has; a character may be cut at the end. */
function isText(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return !NO_TEXT.test(text);
  } catch {
    // What is no UTF-8 is no text that a browser would show alike everywhere.
    return false;
  }
}

// Control characters besides those that part words and lines.
const NO_TEXT = /(?![\t\n\v\f\r])\p{Cc}/u;
