import type { IncomingMessage } from "node:http";
import type { Readable, Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { refuse } from "./errors.ts";

export interface OutwardAnswer {
  readonly status: number;
  /** Where the answer came from in the end. */
  readonly url: string;
  /** Lower case and without parameters, such as text/html; empty where the server does not say. */
  readonly type: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Decompressed. */
  readonly body: Buffer;
  /** The answer went on: this is its beginning. */
  readonly cut: boolean;
}

export interface Taken {
  /** The most that is read, as it comes and decompressed. */
  readonly bytes: number;
  /** What happens to a longer answer. */
  readonly beyond: "refuse" | "cut";
  /** Media types that are read; undefined: all. */
  readonly types?: readonly string[] | undefined;
}

/** Reads the body within the limits, or hangs up. */
export async function readAnswer(
  response: IncomingMessage,
  url: URL,
  { bytes, beyond, types }: Taken,
  signal: AbortSignal,
): Promise<OutwardAnswer> {
  try {
    const { statusCode: status = 0, headers } = response;
    const type = (headers["content-type"] ?? "").split(";", 1).join("").trim().toLowerCase();
    if (types && !types.includes(type)) throw refuse("OUTWARD_TYPE_REFUSED");
    const { body, cut } = await readUpTo(bytes, decoded(response, bytes));
    // Where the end of the answer is the end of the connection, what was broken off looks whole.
    signal.throwIfAborted();
    if (cut && beyond === "refuse") throw refuse("OUTWARD_TOO_LARGE");
    return { status, url: url.href, type, headers, body, cut };
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw isOfTheAnswer(error) ? refuse("OUTWARD_UNREACHABLE", { code: error.code }) : error;
  } finally {
    response.destroy();
  }
}

/** A connection that broke, or what is not compressed as it says. */
function isOfTheAnswer(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && "code" in error && typeof error.code === "string";
}

async function readUpTo(limit: number, source: Readable): Promise<{ body: Buffer; cut: boolean }> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop closes the source.
  for await (const chunk of source as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limit) break;
  }
  return { body: Buffer.concat(chunks).subarray(0, limit), cut: size > limit };
}

/**
 * Decompressed as it is read, so that a small answer which would unfold to gigabytes stops at the limit. One
 * that unfolds to nothing, however much of it there is, stops as well.
 */
function decoded(response: IncomingMessage, bytes: number): Readable {
  const decoder = decoderOf(response.headers["content-encoding"] ?? "identity");
  if (decoder === undefined) return response;
  let received = 0;
  response.on("data", (chunk: Buffer) => {
    received += chunk.length;
    if (received > bytes) response.destroy(refuse("OUTWARD_TOO_LARGE"));
  });
  response.on("error", (error) => decoder.destroy(error));
  return response.pipe(decoder);
}

/** Undefined where nothing is compressed. */
function decoderOf(encoding: string): Transform | undefined {
  switch (encoding.trim().toLowerCase()) {
    case "identity":
    case "":
      return undefined;
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "deflate":
      return createInflate();
    case "br":
      return createBrotliDecompress();
    default:
      throw refuse("OUTWARD_TYPE_REFUSED");
  }
}
