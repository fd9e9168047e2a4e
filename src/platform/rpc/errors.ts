import { Code, ConnectError, type HandlerContext } from "@connectrpc/connect";
import { codeToString } from "@connectrpc/connect/protocol-connect";
import { type ErrorDetail, ErrorDetailSchema } from "../../../gen/chatter/options/v1/error_pb.js";
import { DomainError, type ErrorDetails, type ErrorKind } from "../../kernel/errors.ts";
import type { Log } from "../log/log.ts";
import { requestInfo } from "./request.ts";
import { isUnavailable } from "./unavailable.ts";

const CODES: Readonly<Record<ErrorKind, Code>> = {
  invalid: Code.InvalidArgument,
  unauthenticated: Code.Unauthenticated,
  denied: Code.PermissionDenied,
  not_found: Code.NotFound,
  conflict: Code.AlreadyExists,
  precondition: Code.FailedPrecondition,
  exhausted: Code.ResourceExhausted,
  unavailable: Code.Unavailable,
};

const OURS: ReadonlySet<Code> = new Set([Code.Internal, Code.Unknown, Code.DataLoss]);

export type FailedCall = Pick<HandlerContext, "method" | "signal" | "values">;

/**
 * Turns whatever a call failed with into what its caller may know: code, sentence, and an ErrorDetail
 * with reason and request id. What nobody expected is logged, and the caller learns only its number.
 */
export type AnswerError = (error: unknown, call: FailedCall) => ConnectError;

export function createErrorAnswer(log: Log): AnswerError {
  return (error, call) => {
    if (isAnswer(error)) return error;
    const { requestId } = call.values.get(requestInfo);
    const method = `${call.method.parent.typeName}/${call.method.name}`;
    const refusal = causes(error).find((cause) => cause instanceof DomainError);
    if (refusal !== undefined) return answerRefusal(refusal, requestId);
    if (error instanceof ConnectError && !OURS.has(error.code)) return withDetail(error, requestId);
    if (call.signal.aborted && isAbort(error)) return answerAbort(call.signal, requestId);
    if (causes(error).some(isUnavailable)) {
      log.warn({ requestId, method, err: error }, "an engine does not answer");
      return answerAway(requestId);
    }
    log.error({ requestId, method, err: error }, "a call failed");
    return answer(Code.Internal, `Something went wrong here. It is logged as ${requestId}.`, requestId);
  };
}

function answerRefusal({ kind, reason, message, details }: DomainError, requestId: string): ConnectError {
  const retryAfter = details["retryAfterSeconds"];
  const metadata = retryAfter === undefined ? undefined : { "retry-after": String(retryAfter) };
  const error = new ConnectError(message, CODES[kind], metadata);
  return withDetail(error, requestId, { reason, metadata: texts(details) });
}

// An engine that was started again is back within seconds.
const AWAY_SECONDS = "2";

function answerAway(requestId: string): ConnectError {
  const error = new ConnectError("A part of the server does not answer. Try again.", Code.Unavailable, {
    "retry-after": AWAY_SECONDS,
  });
  return withDetail(error, requestId, {
    reason: "UNAVAILABLE",
    metadata: { retryAfterSeconds: AWAY_SECONDS },
  });
}

function answerAbort(signal: AbortSignal, requestId: string): ConnectError {
  const reason: unknown = signal.reason;
  if (reason instanceof ConnectError) return withDetail(reason, requestId);
  return answer(Code.Canceled, "The call was cancelled.", requestId);
}

function answer(code: Code, message: string, requestId: string): ConnectError {
  return withDetail(new ConnectError(message, code), requestId);
}

function withDetail(
  error: ConnectError,
  requestId: string,
  { reason, metadata }: Pick<ErrorDetail, "reason" | "metadata"> = {
    reason: codeToString(error.code).toUpperCase(),
    metadata: {},
  },
): ConnectError {
  error.details.push({ desc: ErrorDetailSchema, value: { reason, requestId, metadata } });
  return error;
}

/** Whether an error has been turned into an answer already. */
export function isAnswer(error: unknown): error is ConnectError {
  return error instanceof ConnectError && error.findDetails(ErrorDetailSchema).length > 0;
}

function causes(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (
    let it = error;
    it !== undefined && !chain.includes(it);
    it = it instanceof Error ? it.cause : undefined
  )
    chain.push(it);
  return chain;
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && (error.name === "AbortError" || error instanceof ConnectError);
}

function texts(details: ErrorDetails): Record<string, string> {
  return Object.fromEntries(Object.entries(details).map(([name, value]) => [name, String(value)]));
}
