import { Code, ConnectError } from "@connectrpc/connect";
import { ErrorDetailSchema } from "../../../gen/chatter/options/v1/error_pb.js";
import { DomainError, type ErrorDetails, type ErrorKind } from "../../kernel/errors.ts";

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

/** The answer to a refusal: its code, its sentence and a detail with reason, request id and facts. */
export function refusalToConnect(error: DomainError, requestId: string): ConnectError {
  const detail = { reason: error.reason, requestId, metadata: texts(error.details) };
  return new ConnectError(
    error.message,
    CODES[error.kind],
    undefined,
    [{ desc: ErrorDetailSchema, value: detail }],
    error,
  );
}

function texts(details: ErrorDetails): Record<string, string> {
  return Object.fromEntries(Object.entries(details).map(([name, value]) => [name, String(value)]));
}
