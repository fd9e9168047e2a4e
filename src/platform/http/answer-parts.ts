import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type ByteRange, rangeOf } from "./byte-range.ts";

/** Bytes that do not change under their tag. */
export interface Representation {
  /** With its quotes. */
  readonly etag: string;
  readonly size: number;
  readonly headers: OutgoingHttpHeaders;
  open(part: ByteRange): Promise<Readable> | Readable;
}

/** Answers all of it, the part that is asked for, or that it is known already (RFC 9110, 13 and 14). */
export async function answerParts(
  request: IncomingMessage,
  response: ServerResponse,
  { etag, size, headers, open }: Representation,
): Promise<void> {
  if (isKnown(request, etag)) {
    response.writeHead(304, { ...headers, etag }).end();
    return;
  }
  const { range: asked, "if-range": unlessChanged = etag } = request.headers;
  const range = unlessChanged === etag ? rangeOf(asked, size) : undefined;
  if (range === "outside") {
    response.writeHead(416, { "content-range": `bytes */${size}`, etag }).end();
    return;
  }
  const part = range ?? { first: 0, last: size - 1 };
  response.writeHead(range === undefined ? 200 : 206, {
    ...headers,
    etag,
    "accept-ranges": "bytes",
    "content-length": part.last - part.first + 1,
    ...(range && { "content-range": `bytes ${range.first}-${range.last}/${size}` }),
  });
  if (request.method === "HEAD" || size === 0) response.end();
  // Who goes away in the middle, or what is deleted then, is nobody's error.
  else await pipeline(await open(part), response).catch(() => response.destroy());
}

function isKnown(request: IncomingMessage, etag: string): boolean {
  const tags = request.headers["if-none-match"]?.split(",") ?? [];
  return tags.some((tag) => tag.trim().replace(/^W\//, "") === etag);
}
