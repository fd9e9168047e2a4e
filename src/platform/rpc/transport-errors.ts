import type { IncomingMessage, ServerResponse } from "node:http";
import { Code, ConnectError } from "@connectrpc/connect";
import { codeToHttpStatus, errorToJsonBytes } from "@connectrpc/connect/protocol-connect";

const ACCEPTED =
  "application/json, application/proto, application/connect+json, application/connect+proto, application/grpc, application/grpc-web";

const REFUSALS: Readonly<Record<number, () => ConnectError>> = {
  405: () => new ConnectError("this method is called with POST", Code.Unimplemented, { allow: "POST" }),
  415: () =>
    new ConnectError(`unknown content type; use one of ${ACCEPTED}`, Code.InvalidArgument, {
      "accept-post": ACCEPTED,
    }),
  505: () => new ConnectError("streams in both directions need HTTP/2", Code.Unimplemented),
};

/** What the library answers with a bare status, said in the words of the protocol. */
export function refusalOfStatus(status: number): ConnectError {
  return REFUSALS[status]?.() ?? new ConnectError(`refused with status ${status}`, Code.Unknown);
}

export function unknownMethod(path: string): ConnectError {
  return new ConnectError(`${path} is not a method of this server`, Code.Unimplemented);
}

/** Answers before any protocol handler is reached. gRPC has its status in headers, all others as JSON. */
export function refuseCall(
  request: IncomingMessage,
  response: ServerResponse,
  error: ConnectError,
  status = codeToHttpStatus(error.code),
): void {
  error.metadata.forEach((value, name) => response.setHeader(name, value));
  if (request.headers["content-type"]?.startsWith("application/grpc") && request.httpVersionMajor > 1) {
    response.writeHead(200, {
      "content-type": "application/grpc",
      "grpc-status": String(error.code),
      "grpc-message": encodeURIComponent(error.rawMessage),
    });
    response.end();
    return;
  }
  const body = errorToJsonBytes(error, undefined);
  response.writeHead(status, { "content-type": "application/json", "content-length": body.byteLength });
  response.end(request.method === "HEAD" ? undefined : body);
}
