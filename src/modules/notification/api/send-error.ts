import type { MessageInitShape } from "@bufbuild/protobuf";
import type { ErrorSchema } from "../../../../gen/chatter/notification/v1/realtime_pb.js";
import { DomainError, type ErrorKind } from "../../../kernel/errors.ts";
import { isUnavailable } from "../../../platform/rpc/unavailable.ts";

// The names under which Connect knows these codes.
const CODES: Readonly<Record<ErrorKind, string>> = {
  invalid: "invalid_argument",
  unauthenticated: "unauthenticated",
  denied: "permission_denied",
  not_found: "not_found",
  conflict: "already_exists",
  precondition: "failed_precondition",
  exhausted: "resource_exhausted",
  unavailable: "unavailable",
};

const RETRYABLE: ReadonlySet<ErrorKind> = new Set(["exhausted", "unavailable"]);

/** Why a message was not sent. What was not expected is told as nothing but that: it is in the log. */
export function sendErrorToProto(error: unknown): MessageInitShape<typeof ErrorSchema> {
  if (isUnavailable(error)) {
    const message = "A part of the server does not answer. Try again.";
    return { code: "unavailable", message, reason: "UNAVAILABLE", retryable: true };
  }
  if (!(error instanceof DomainError)) {
    return { code: "internal", message: "Something went wrong here.", reason: "INTERNAL", retryable: true };
  }
  const { kind, message, reason } = error;
  return { code: CODES[kind], message, reason, retryable: RETRYABLE.has(kind) };
}
