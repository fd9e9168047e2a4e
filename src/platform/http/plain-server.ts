import type { IncomingMessage, ServerResponse } from "node:http";
import { performance } from "node:perf_hooks";
import type { Log } from "../log/log.ts";
import { answerFailure, answerJson } from "./answers.ts";
import { type Authenticate, credentialsOf } from "./credentials.ts";
import { type Asker, createRouteFinder, type PlainRoute } from "./plain-routes.ts";
import type { RequestInfo } from "./request-info.ts";
import type { ServeWebClient } from "./web-client.ts";

export interface PlainServerOptions {
  readonly routes: readonly PlainRoute[];
  readonly serveWebClient: ServeWebClient | undefined;
  readonly authenticate: Authenticate;
  readonly log: Log;
}

/** Answers what is not an RPC: a route, a file or page of the web client, or that there is nothing. */
export type ServePlain = (request: IncomingMessage, response: ServerResponse, info: RequestInfo) => void;

export function createPlainServer(options: PlainServerOptions): ServePlain {
  const find = createRouteFinder(options.routes);

  const serve = async (request: IncomingMessage, response: ServerResponse, info: RequestInfo) => {
    const url = request.url ?? "";
    const [path = "", query = ""] = url.split("?", 2);
    const found = find(request.method ?? "", path);
    if (found !== undefined && "route" in found) {
      const { route, params } = found;
      const asker = askerOf(request, info, options.authenticate);
      await route.handle(request, response, { ...asker, params, query: new URLSearchParams(query) });
      return route.pattern;
    }
    if (found !== undefined) return refuseMethod(response, found);
    if (options.serveWebClient?.(request, response)) return "web client";
    answerJson(response, 404, { code: "not_found", message: "There is nothing here." });
    return "nothing";
  };

  return (request, response, info) => {
    const began = performance.now();
    let route = "failed";
    // Paths and queries may hold secrets (invitations, resets): the log names the route only.
    response.once("close", () => {
      const ms = Math.round(performance.now() - began);
      const { requestId, address } = info;
      options.log.info(
        { requestId, method: request.method, route, status: response.statusCode, ms, address },
        "request",
      );
    });
    serve(request, response, info).then(
      (served) => {
        route = served;
      },
      (error: unknown) => answerFailure(request, response, { error, info, log: options.log }),
    );
  };
}

export function askerOf(request: IncomingMessage, info: RequestInfo, authenticate: Authenticate): Asker {
  const header = (name: string) => {
    const value = request.headers[name];
    return Array.isArray(value) ? value.join(", ") : value;
  };
  return { info, actor: () => authenticate(credentialsOf(header, info)) };
}

function refuseMethod(response: ServerResponse, allowed: readonly string[]): string {
  response.setHeader("allow", allowed.join(", "));
  const message = `This address answers ${allowed.join(", ")} only.`;
  answerJson(response, 405, { code: "unimplemented", message });
  return "wrong method";
}
