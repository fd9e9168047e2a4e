import type { ServerResponse } from "node:http";
import { DomainError, type ErrorKind } from "../../kernel/errors.ts";
import type { Log } from "../log/log.ts";
import type { RequestInfo } from "./request-info.ts";

const STATUS: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  denied: 403,
  not_found: 404,
  conflict: 409,
  precondition: 409,
  exhausted: 429,
  unavailable: 503,
};

export function answerText(
  response: ServerResponse,
  status: number,
  text: string,
  type = "text/plain",
): void {
  response.writeHead(status, {
    "content-type": `${type}; charset=utf-8`,
    "content-length": Buffer.byteLength(text),
  });
  response.end(text);
}

export function answerJson(response: ServerResponse, status: number, value: unknown): void {
  answerText(response, status, JSON.stringify(value), "application/json");
}

/** What a route failed with, in the words that calls use too; what nobody expected is only logged. */
export function answerFailure(
  response: ServerResponse,
  { error, info, log }: { readonly error: unknown; readonly info: RequestInfo; readonly log: Log },
): void {
  const { requestId } = info;
  if (!(error instanceof DomainError)) log.error({ requestId, err: error }, "a request failed");
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (error instanceof DomainError) {
    const { kind, reason, message } = error;
    const retryAfter = error.details["retryAfterSeconds"];
    if (retryAfter !== undefined) response.setHeader("retry-after", String(retryAfter));
    answerJson(response, STATUS[kind], { code: kind, reason, message, requestId });
    return;
  }
  const message = `Something went wrong here. It is logged as ${requestId}.`;
  answerJson(response, 500, { code: "internal", reason: "INTERNAL", message, requestId });
}
