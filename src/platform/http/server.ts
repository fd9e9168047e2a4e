import { Gauge } from "prom-client";
import type { Log } from "../log/log.ts";
import { inScope } from "../log/scope.ts";
import type { CallPolicyOptions } from "../rpc/call-policy.ts";
import { createRpcHandler } from "../rpc/handler.ts";
import type { RememberCall } from "../rpc/observe.ts";
import { createRateLimiter, defaultRateLimits } from "../rpc/rate-limit.ts";
import type { RpcRoutes } from "../rpc/routes.ts";
import type { Metrics } from "../telemetry/metrics.ts";
import { apiDocsRoutes } from "./api-docs/routes.ts";
import { defaultHttpLimits, type HttpLimits } from "./limits.ts";
import { createListener, type Listener } from "./listener.ts";
import type { PlainRoute } from "./plain-routes.ts";
import { askerOf, createPlainServer } from "./plain-server.ts";
import { findUnready, metricsRoute, probeRoutes, type ReadinessChecks } from "./probes.ts";
import { createRequestReader, type Surroundings } from "./request-info.ts";
import { setBaseHeaders } from "./security-headers.ts";
import { createUpgrader, type UpgradeHandler } from "./upgrades.ts";
import { createWebClient } from "./web-client.ts";

export interface HttpServerOptions extends CallPolicyOptions, Surroundings {
  /** Registers the services of all modules. */
  readonly routes: RpcRoutes;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Told of every call that is over. */
  readonly remember?: RememberCall;
  readonly plainRoutes?: readonly PlainRoute[];
  /** WebSockets by path, such as /realtime. */
  readonly upgrades?: Readonly<Record<string, UpgradeHandler>>;
  readonly readiness?: ReadinessChecks;
  /** The folder of the built web client. */
  readonly webClient?: string;
  /** The file of the OpenAPI document. */
  readonly apiDocument?: string;
  /** Needed to read /metrics; without it they are for everybody. */
  readonly metricsToken?: string;
  readonly limits?: HttpLimits;
}

/** Everything the program says to the outside, on one port. */
export interface HttpServer {
  /** Port 0 takes a free one. Rejects where the port is taken. */
  listen(port: number, host: string): Promise<{ readonly url: string; readonly port: number }>;
  /**
   * Is not ready from now on and accepts nothing more, ends streams, finishes calls that are in flight,
   * and cuts what is left after `deadlineMs`. WebSockets are their handler's to close before.
   */
  close(deadlineMs: number): Promise<void>;
}

export function createHttpServer(options: HttpServerOptions): HttpServer {
  let closing = false;
  const unready = async () => (closing ? ["shutting down"] : findUnready(options.readiness ?? {}));
  const addresses = createRateLimiter(
    "address",
    (options.rateLimits ?? defaultRateLimits).address,
    options.counting,
  );
  const rpc = createRpcHandler({
    ...options,
    addresses,
    isReady: async () => (await unready()).length === 0,
  });
  const servePlain = createPlainServer({ ...options, addresses, ...plainParts(options, unready) });
  const readInfo = createRequestReader(options);
  const listener = createListener({
    limits: options.limits ?? defaultHttpLimits,
    onRequest(request, response) {
      const info = readInfo(request);
      response.setHeader("x-request-id", info.requestId);
      setBaseHeaders(response, info.secure);
      inScope({ requestId: info.requestId }, () => {
        if (!rpc.handle(request, response, info)) servePlain(request, response, info);
      });
    },
    onUpgrade: createUpgrader({
      handlers: options.upgrades ?? {},
      addresses,
      log: options.log,
      askerOf: (request) => askerOf(request, readInfo(request), options.authenticate),
    }),
    onError: (error) => options.log.error({ err: error }, "the listener failed"),
  });
  countConnections(listener, options.metrics);
  return {
    async listen(port, host) {
      const address = await listener.listen(port, host);
      return { url: urlOf(host, address.port), port: address.port };
    },
    close(deadlineMs) {
      closing = true;
      rpc.endStreams();
      return listener.close(deadlineMs);
    },
  };
}

function plainParts(options: HttpServerOptions, unready: () => Promise<readonly string[]>) {
  const docs = options.apiDocument === undefined ? [] : apiDocsRoutes(options.apiDocument, options.publicUrl);
  const metrics = metricsRoute(options.metrics, options.metricsToken);
  return {
    routes: [...probeRoutes(unready), metrics, ...docs, ...(options.plainRoutes ?? [])],
    serveWebClient: options.webClient === undefined ? undefined : createWebClient(options.webClient),
  };
}

function countConnections(listener: Listener, metrics: Metrics): void {
  const gauge: Gauge = new Gauge({
    name: "chatter_http_connections",
    help: "Connections that are open, WebSockets among them",
    registers: [metrics],
    collect: () => gauge.set(listener.connections()),
  });
}

function urlOf(host: string, port: number): string {
  const everywhere = host === "0.0.0.0" || host === "::";
  return `http://${everywhere ? "localhost" : host.includes(":") ? `[${host}]` : host}:${port}`;
}
