import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { ExportLine, LineCounts, PartWriter } from "../../application/export/ports.ts";

/** A piece of the file: a gzip member of its own, so that it needs nothing of those before it. */
export interface Chunk extends Required<LineCounts> {
  readonly n: number;
  readonly bytes: Buffer;
}

// Whatever the size of the organisation, so much of it is in memory, and is lost when a process dies.
const A_CHUNK = 1024 * 1024;
const ENOUGH = 8 * A_CHUNK;

const compress = promisify(gzip);

/** Gathers lines into chunks. `store` throws ExportOver. */
export function createPartWriter(first: number, store: (chunk: Chunk) => Promise<void>): PartWriter {
  let n = first;
  let text = "";
  let written = 0;
  let counts = { messages: 0, channels: 0 };

  const flush = async (): Promise<void> => {
    if (text === "") return;
    const chunk = { n, ...counts, bytes: await compress(text) };
    [n, text, counts] = [n + 1, "", { messages: 0, channels: 0 }];
    await store(chunk);
  };

  return {
    async write(lines, { messages = 0, channels = 0 }: LineCounts = {}) {
      const added = lines.map(asText).join("");
      text += added;
      written += added.length;
      counts = { messages: counts.messages + messages, channels: counts.channels + channels };
      if (text.length >= A_CHUNK) await flush();
    },
    enough: () => written >= ENOUGH,
    async close() {
      await flush();
      return n;
    },
  };
}

const asText = (line: ExportLine): string => `${JSON.stringify(line)}\n`;
