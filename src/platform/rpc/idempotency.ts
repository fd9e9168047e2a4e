import { createHash } from "node:crypto";
import { fromBinary, toBinary } from "@bufbuild/protobuf";
import {
  type ContextKey,
  createContextKey,
  type HandlerContext,
  type Interceptor,
  type UnaryRequest,
  type UnaryResponse,
} from "@connectrpc/connect";
import { refusals } from "../../kernel/errors.ts";
import { hasSideEffects } from "./access.ts";
import type { IdempotencyStore, StoredAnswer } from "./idempotency-store.ts";
import { caller } from "./request.ts";

type Reply = Pick<HandlerContext, "responseHeader" | "responseTrailer">;

/** What the answer of this call will carry, for what answers in the handler's place; set on admission. */
export const reply: ContextKey<Reply | undefined> = createContextKey<Reply | undefined>(undefined, {
  description: "reply",
});

const refuse = refusals({
  IDEMPOTENCY_KEY_MALFORMED: ["invalid", "An Idempotency-Key is 1 to 255 printable ASCII characters."],
  IDEMPOTENCY_KEY_REUSED: ["invalid", "This Idempotency-Key came with another request before."],
});

const PRINTABLE_ASCII = /^[\x21-\x7e]{1,255}$/;

/**
 * Whoever repeats a call under the same `Idempotency-Key` gets the first answer again and nothing is
 * done twice. Failures are not kept: a repetition tries again.
 */
export function createIdempotency(store: IdempotencyStore): Interceptor {
  return (next) => async (request) => {
    const key = request.header.get("idempotency-key");
    if (key === null || request.stream || !hasSideEffects(request.method)) return next(request);
    // What the library has set belongs to the format, and a repetition may ask in another one.
    const given = new Set(replyOf(request).responseHeader.keys());
    const fingerprint = fingerprintOf(request, key);
    const claim = await store.claim(scopeOf(request, key, fingerprint), fingerprint);
    if (claim.kind === "reused") throw refuse("IDEMPOTENCY_KEY_REUSED");
    if (claim.kind === "repeated") return repeat(request, claim.answer);
    try {
      const response = await next(request);
      if (response.stream) throw new Error("a unary call was answered with a stream");
      await claim.keep(storable(response, given));
      return response;
    } catch (error) {
      await claim.release();
      throw error;
    }
  };
}

/** Salted with the key, which is stored nowhere, because a request may hold a password. */
function fingerprintOf(request: UnaryRequest, key: string): string {
  if (!PRINTABLE_ASCII.test(key)) throw refuse("IDEMPOTENCY_KEY_MALFORMED");
  return createHash("sha256")
    .update(key)
    .update(toBinary(request.method.input, request.message))
    .digest("base64");
}

/** Strangers have nothing in common but the request itself, so one cannot disturb another's key. */
function scopeOf({ method, contextValues }: UnaryRequest, key: string, fingerprint: string): string {
  const owner = contextValues.get(caller)?.userId ?? fingerprint;
  const scope = JSON.stringify([method.parent.typeName, method.name, owner, key]);
  return createHash("sha256").update(scope).digest("base64");
}

function storable({ method, message, header }: UnaryResponse, given: ReadonlySet<string>): StoredAnswer {
  return {
    message: toBinary(method.output, message),
    headers: [...header].filter(([name]) => !given.has(name)),
  };
}

function repeat(request: UnaryRequest, answer: StoredAnswer): UnaryResponse {
  const { method, service } = request;
  const { responseHeader: header, responseTrailer: trailer } = replyOf(request);
  for (const [name, value] of answer.headers) header.append(name, value);
  header.set("idempotency-replayed", "true");
  return {
    stream: false,
    method,
    service,
    message: fromBinary(method.output, answer.message),
    header,
    trailer,
  };
}

function replyOf({ contextValues }: UnaryRequest): Reply {
  const found = contextValues.get(reply);
  if (found === undefined) throw new Error("the call was not admitted");
  return found;
}
