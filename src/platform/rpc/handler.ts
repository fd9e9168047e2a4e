import type { IncomingMessage, ServerResponse } from "node:http";
import { Code, ConnectError, type ContextValues, createContextValues } from "@connectrpc/connect";
import { universalRequestFromNodeRequest, universalResponseToNodeResponse } from "@connectrpc/connect-node";
import type { RequestInfo } from "../http/request-info.ts";
import type { Log } from "../log/log.ts";
import type { CallPolicy } from "./call-policy.ts";
import type { ObserveCall } from "./observe.ts";
import { recordFailure } from "./outcome.ts";
import { requestInfo } from "./request.ts";
import { type RpcRoute, type RpcRoutes, tableOf, type UniversalHandler } from "./routes.ts";
import { refusalOfStatus, refuseCall, unknownMethod } from "./transport-errors.ts";
import { findDirectFormat } from "./unary.ts";

export interface RpcHandlerOptions {
  readonly routes: RpcRoutes;
  readonly policy: CallPolicy;
  readonly observe: ObserveCall;
  readonly log: Log;
  /** Ends streams; unary calls go on. */
  readonly shutdownSignal: AbortSignal;
}

/** Answers a request whose path names a method; false leaves it to others. */
export type RpcHandler = (request: IncomingMessage, response: ServerResponse, info: RequestInfo) => boolean;

const METHOD_PATH = /^\/[a-z]\w*(\.\w+)*\.[A-Z]\w*\/[A-Z]\w*$/;

/** Connect, gRPC, gRPC-web and JSON for every method that is registered. */
export function createRpcHandler(options: RpcHandlerOptions): RpcHandler {
  const table = tableOf(options.routes, options.policy, options.shutdownSignal);
  return (request, response, info) => {
    const path = (request.url ?? "").split("?", 1)[0] ?? "";
    const route = table.get(path);
    if (route !== undefined) {
      const values = createContextValues().set(requestInfo, info);
      const over = options.observe(route.universal.method, values);
      response.once("close", () => over(response.writableEnded));
      serve(route, request, response, values).catch((error: unknown) => {
        abandon(response, info, options.log, error);
      });
      return true;
    }
    if (!METHOD_PATH.test(path)) return false;
    refuseCall(request, response, unknownMethod(path), 404);
    return true;
  };
}

async function serve(
  { direct, universal }: RpcRoute,
  request: IncomingMessage,
  response: ServerResponse,
  values: ContextValues,
): Promise<void> {
  if (direct !== undefined && request.httpVersionMajor === 1 && findDirectFormat(request) !== undefined)
    return direct(request, response, values);
  const { host } = values.get(requestInfo);
  if (!URL.canParse(`http://${host}/`)) {
    const error = new ConnectError("the Host header is malformed", Code.InvalidArgument);
    recordFailure(values, error);
    return refuseCall(request, response, error);
  }
  return serveAnyProtocol(universal, request, response, values);
}

async function serveAnyProtocol(
  handle: UniversalHandler,
  request: IncomingMessage,
  response: ServerResponse,
  values: ContextValues,
): Promise<void> {
  const answer = await handle({
    ...universalRequestFromNodeRequest(request, response, undefined, values),
    // A handler that has read enough must not cut the connection on which it wants to say so.
    body: request.iterator({ destroyOnReturn: false }),
  });
  if (answer.body !== undefined) return universalResponseToNodeResponse(answer, response);
  const error = refusalOfStatus(answer.status);
  recordFailure(values, error);
  answer.header?.forEach((value, name) => response.setHeader(name, value));
  refuseCall(request, response, error, answer.status);
}

/** The answer could not be written: mostly the client went away, and nobody is there to be told. */
function abandon(response: ServerResponse, info: RequestInfo, log: Log, error: unknown): void {
  const gone = response.destroyed || response.closed;
  log[gone ? "debug" : "error"]({ requestId: info.requestId, err: error }, "an answer could not be sent");
  response.destroy();
}
