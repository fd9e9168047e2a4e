import type { IncomingMessage, ServerResponse } from "node:http";
import { performance } from "node:perf_hooks";
import type { Log } from "../log/log.ts";
import { addressKey, type RateLimiter, spend } from "../rpc/rate-limit.ts";
import { beginSpan, fromOutside } from "../telemetry/tracing.ts";
import { answerFailure, answerJson } from "./answers.ts";
import { type Authenticate, credentialsOf } from "./credentials.ts";
import { type Asker, createRouteFinder, type PlainRoute } from "./plain-routes.ts";
import type { RequestInfo } from "./request-info.ts";
import type { ServeWebClient } from "./web-client.ts";

export interface PlainServerOptions {
  readonly routes: readonly PlainRoute[];
  readonly serveWebClient: ServeWebClient | undefined;
  readonly authenticate: Authenticate;
  readonly addresses: RateLimiter;
  readonly log: Log;
}

/** Answers what is not an RPC: a route, a file or page of the web client, or that there is nothing. */
export type ServePlain = (request: IncomingMessage, response: ServerResponse, info: RequestInfo) => void;

export function createPlainServer(options: PlainServerOptions): ServePlain {
  const find = createRouteFinder(options.routes);

  const choose = (request: IncomingMessage, response: ServerResponse, info: RequestInfo): Choice => {
    const [path = "", query = ""] = (request.url ?? "").split("?", 2);
    const found = find(request.method ?? "", path);
    if (found === undefined)
      return { name: "web client", serve: () => serveClient(options, request, response) };
    if (!("route" in found)) return { name: "wrong method", serve: () => refuseMethod(response, found) };
    const asker = askerOf(request, info, options.authenticate);
    const call = { ...asker, params: found.params, query: new URLSearchParams(query) };
    return { name: found.route.pattern, serve: () => found.route.handle(request, response, call) };
  };

  return (request, response, info) => {
    const began = performance.now();
    const { name, serve } = choose(request, response, info);
    beginSpan(`${request.method} ${name}`, fromOutside(request), (spanOver) => {
      response.once("close", () => {
        spanOver({ "http.response.status_code": response.statusCode, "chatter.request_id": info.requestId });
        const ms = Math.round((performance.now() - began) * 10) / 10;
        const { requestId, address } = info;
        const { method } = request;
        options.log.info(
          { requestId, method, route: name, status: response.statusCode, ms, address },
          "request",
        );
      });
      const fail = (error: unknown) => answerFailure(response, { error, info, log: options.log });
      spend(options.addresses, addressKey(info.address)).then(serve).catch(fail);
    });
  };
}

interface Choice {
  /** For the log: never the path itself, which may hold a secret (invitations, resets). */
  readonly name: string;
  serve(): Promise<void> | void;
}

function serveClient(options: PlainServerOptions, request: IncomingMessage, response: ServerResponse): void {
  if (options.serveWebClient?.(request, response)) return;
  answerJson(response, 404, { code: "not_found", message: "There is nothing here." });
}

export function askerOf(request: IncomingMessage, info: RequestInfo, authenticate: Authenticate): Asker {
  const header = (name: string) => {
    const value = request.headers[name];
    return Array.isArray(value) ? value.join(", ") : value;
  };
  return { info, actor: () => authenticate(credentialsOf(header, info)) };
}

function refuseMethod(response: ServerResponse, allowed: readonly string[]): void {
  response.setHeader("allow", allowed.join(", "));
  const message = `This address answers ${allowed.join(", ")} only.`;
  answerJson(response, 405, { code: "unimplemented", message });
}
