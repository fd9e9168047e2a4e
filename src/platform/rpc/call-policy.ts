import type { ConnectRouterOptions, HandlerContext, Interceptor } from "@connectrpc/connect";
import { compressionGzip } from "@connectrpc/connect-node";
import { createValidateInterceptor } from "@connectrpc/validate";
import type { Authenticate } from "../http/credentials.ts";
import type { Log } from "../log/log.ts";
import { createAdmission } from "./admission.ts";
import { type AnswerError, createErrorAnswer } from "./errors.ts";
import { guard } from "./guard.ts";
import { createIdempotency, reply } from "./idempotency.ts";
import { createMemoryIdempotencyStore, type IdempotencyStore } from "./idempotency-store.ts";
import { blameCaller, entered } from "./outcome.ts";
import { createRateLimiter, defaultRateLimits, type RateLimiter, type RateLimits } from "./rate-limit.ts";
import type { OpenWindow } from "./windows.ts";

export interface CallPolicyOptions {
  readonly authenticate: Authenticate;
  readonly log: Log;
  readonly rateLimits?: RateLimits;
  /** Counts by address where calls are not all that is counted. */
  readonly addresses?: RateLimiter;
  readonly idempotency?: IdempotencyStore;
  /** Where calls are counted; absent: in this process. */
  readonly counting?: OpenWindow;
  /** A larger message is refused as resource_exhausted, also when it is larger only once decompressed. */
  readonly maxMessageBytes?: number;
}

/** Options for a router, such as `createRouterTransport(routes, { router: policy })` in tests. */
export interface CallPolicy
  extends Required<
    Pick<
      ConnectRouterOptions,
      "requestGate" | "interceptors" | "readMaxBytes" | "jsonOptions" | "acceptCompression"
    >
  > {
  readonly answerError: AnswerError;
}

/** Refuses bytes that are not UTF-8 instead of replacing them. */
export const utf8 = new TextDecoder("utf-8", { fatal: true });

const MAX_MESSAGE_BYTES = 1024 * 1024;

// A misspelt field is the caller's mistake, and they should learn of it. Binary messages may have
// unknown fields, as Protobuf intends for newer clients. The library also takes the decoder from here.
const jsonOptions = { ignoreUnknownFields: false, textDecoder: utf8 };

/**
 * What every call passes, whatever its protocol: first admission, on the headers alone; then, with its
 * message, from the outside in: errors, validation, idempotency, guard, handler.
 */
export function createCallPolicy(options: CallPolicyOptions): CallPolicy {
  const answerError = createErrorAnswer(options.log);
  const limits = options.rateLimits ?? defaultRateLimits;
  const admit = createAdmission({
    authenticate: options.authenticate,
    people: createRateLimiter("person", limits.person, options.counting),
    addresses: options.addresses ?? createRateLimiter("address", limits.address, options.counting),
  });
  return {
    answerError,
    requestGate: async (context: HandlerContext) => {
      context.values.set(reply, context);
      await admit(context).catch((error: unknown) => {
        throw answerError(error, context);
      });
    },
    interceptors: [
      answerErrors(answerError),
      createValidateInterceptor(),
      createIdempotency(options.idempotency ?? createMemoryIdempotencyStore()),
      guard,
    ],
    readMaxBytes: options.maxMessageBytes ?? MAX_MESSAGE_BYTES,
    jsonOptions,
    // Brotli as Node.js sets it up costs more time than it saves.
    acceptCompression: [compressionGzip],
  };
}

function answerErrors(answerError: AnswerError): Interceptor {
  return (next) => async (request) => {
    request.contextValues.set(entered, true);
    const answer = (error: unknown) => {
      const { method, signal, contextValues: values } = request;
      return answerError(error, { method, signal, values });
    };
    try {
      const response = await next(
        request.stream ? { ...request, message: received(request.message) } : request,
      );
      return response.stream ? { ...response, message: answered(response.message, answer) } : response;
    } catch (error) {
      throw answer(error);
    }
  };
}

async function* received<T>(messages: AsyncIterable<T>) {
  try {
    yield* messages;
  } catch (error) {
    blameCaller(error);
    throw error;
  }
}

async function* answered<T>(messages: AsyncIterable<T>, answer: (error: unknown) => Error) {
  try {
    yield* messages;
  } catch (error) {
    throw answer(error);
  }
}
