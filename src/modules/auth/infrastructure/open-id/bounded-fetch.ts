import { inSpan } from "../../../../platform/telemetry/tracing.ts";

/** How much a provider may cost. */
export interface FetchLimits {
  /** Until the last byte of an answer. */
  readonly ms: number;
  readonly bytes: number;
}

const defaults: FetchLimits = { ms: 5_000, bytes: 512 * 1024 };

/** The part of fetch that asking a provider takes. */
export type BoundedFetch = (
  url: string,
  options: {
    readonly method?: string;
    readonly headers?: Record<string, string>;
    readonly body?: RequestInit["body"] | Uint8Array;
  },
) => Promise<Response>;

/** Answers are read to their end within limits, and nobody is sent on to another server. */
export function createBoundedFetch({ ms, bytes }: FetchLimits = defaults): BoundedFetch {
  return (url, { method = "GET", headers = {}, body = null }) =>
    inSpan("ask identity provider", { kind: "CLIENT" }, async () => {
      const signal = AbortSignal.timeout(ms);
      const sent = body instanceof Uint8Array ? new Uint8Array(body) : body;
      const response = await fetch(url, { method, headers, body: sent, redirect: "manual", signal });
      const { status, statusText } = response;
      const content = await readAtMost(bytes, response);
      return new Response(content, { status, statusText, headers: response.headers });
    });
}

/** Null where there is nothing, as answers without content must have it. */
async function readAtMost(limit: number, { body }: Response): Promise<Buffer<ArrayBuffer> | null> {
  if (body === null) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    // Leaving the loop hangs up.
    if (size > limit) throw new Error(`the answer is larger than ${limit} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
