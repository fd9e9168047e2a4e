import type { IncomingMessage, ServerResponse } from "node:http";
import {
  Code,
  ConnectError,
  type ConnectRouter,
  type ContextValues,
  createContextValues,
} from "@connectrpc/connect";
import { universalRequestFromNodeRequest, universalResponseToNodeResponse } from "@connectrpc/connect-node";
import type { RequestInfo } from "../http/request-info.ts";
import type { Log } from "../log/log.ts";
import type { Metrics } from "../telemetry/metrics.ts";
import { beginSpan, fromOutside } from "../telemetry/tracing.ts";
import { type CallPolicyOptions, createCallPolicy } from "./call-policy.ts";
import { addHealth } from "./health.ts";
import { createCallObserver, type RememberCall } from "./observe.ts";
import { outcomeOf, recordFailure } from "./outcome.ts";
import { addReflection } from "./reflection.ts";
import { requestInfo } from "./request.ts";
import { type RpcRoute, type RpcRoutes, tableOf, type UniversalHandler } from "./routes.ts";
import { refusalOfStatus, refuseCall, unknownMethod } from "./transport-errors.ts";
import { findDirectFormat } from "./unary.ts";

export interface RpcOptions extends CallPolicyOptions {
  readonly routes: RpcRoutes;
  readonly metrics: Metrics;
  readonly remember?: RememberCall;
  /** What the standard health service tells. */
  isReady(): Promise<boolean>;
}

export interface RpcHandler {
  /** Answers a request whose path names a method; false leaves it to others. */
  handle(request: IncomingMessage, response: ServerResponse, info: RequestInfo): boolean;
  /** Tells open streams that the server goes away; unary calls go on to their end. */
  endStreams(): void;
}

const METHOD_PATH = /^\/[a-z]\w*(\.\w+)*\.[A-Z]\w*\/[A-Z]\w*$/;

/** Connect, gRPC, gRPC-web and JSON for every method that is registered, for health and for reflection. */
export function createRpcHandler(options: RpcOptions): RpcHandler {
  const shutdown = new AbortController();
  const observe = createCallObserver(options.log, options.metrics, options.remember);
  const table = tableOf((router) => registerAll(router, options), createCallPolicy(options), shutdown.signal);
  return {
    handle(request, response, info) {
      const path = (request.url ?? "").split("?", 1)[0] ?? "";
      const route = table.get(path);
      if (route === undefined) {
        if (!METHOD_PATH.test(path)) return false;
        const { requestId, address } = info;
        options.log.info({ requestId, method: "unknown", code: "unimplemented", address }, "call");
        refuseCall(request, response, unknownMethod(path), 404);
        return true;
      }
      const values = createContextValues().set(requestInfo, info);
      const { method } = route.universal;
      const over = observe(method, values);
      beginSpan(`${method.parent.typeName}/${method.name}`, fromOutside(request), (spanOver) => {
        response.once("close", () => {
          over(response.writableEnded);
          spanOver({ "chatter.outcome": outcomeOf(values), "chatter.request_id": info.requestId });
        });
        serve(route, request, response, values).catch((error: unknown) => {
          abandon(response, info, options.log, error);
        });
      });
      return true;
    },
    endStreams: () => shutdown.abort(new ConnectError("the server goes away", Code.Unavailable)),
  };
}

function registerAll(router: ConnectRouter, { routes, isReady }: RpcOptions): void {
  routes(router);
  addHealth(router, isReady);
  addReflection(router);
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
