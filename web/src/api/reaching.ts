import { Code, ConnectError, type Interceptor } from "@connectrpc/connect";

const attempts = 4;
const attemptMs = 20_000;
const longestWaitMs = 5_000;

export interface ReachingOptions {
  readonly wait?: (ms: number) => Promise<void>;
  readonly random?: () => number;
}

/**
 * Makes a call succeed over a network that does not always: what did not reach the server, or found it
 * busy, is tried again. A call that changes something carries one key in all its attempts, so that the
 * server does it once.
 */
export function createReaching({ wait = pause, random = Math.random }: ReachingOptions = {}): Interceptor {
  return (next) => async (request) => {
    if (request.stream) return next(request);
    request.header.set("Idempotency-Key", newKey());
    for (let attempt = 1; ; attempt += 1) {
      const deadline = AbortSignal.timeout(attemptMs);
      try {
        return await next({ ...request, signal: AbortSignal.any([request.signal, deadline]) });
      } catch (error) {
        const failure = deadline.aborted || error instanceof TypeError ? unreachable(error) : error;
        const ms = waitBefore(failure, attempt, random);
        if (request.signal.aborted || ms === undefined) throw failure;
        await wait(ms);
      }
    }
  };
}

/** A name for something that nobody else has named so. Pages served without TLS have no randomUUID. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** `fetch` fails with a TypeError that says nothing more, whatever is wrong with the network. */
function unreachable(cause: unknown): ConnectError {
  return new ConnectError("the server cannot be reached", Code.Unavailable, undefined, undefined, cause);
}

function waitBefore(error: unknown, attempt: number, random: () => number): number | undefined {
  if (!(error instanceof ConnectError) || attempt >= attempts) return undefined;
  if (error.code === Code.Unavailable) return random() * 200 * 2 ** attempt;
  const asked = Number(error.metadata.get("retry-after") ?? Number.NaN) * 1_000;
  return error.code === Code.ResourceExhausted && asked <= longestWaitMs ? asked : undefined;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
