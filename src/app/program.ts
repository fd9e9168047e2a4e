import { hostname } from "node:os";
import { fileURLToPath } from "node:url";
import { type Clock, systemClock } from "../kernel/clock.ts";
import { createHttpServer } from "../platform/http/server.ts";
import { startJobs } from "../platform/jobs/start-jobs.ts";
import { createLog, type Log } from "../platform/log/log.ts";
import { startTracing } from "../platform/telemetry/tracing.ts";
import type { Config } from "./config.ts";
import { type Contexts, createContexts } from "./contexts.ts";
import { type Engines, openEngines } from "./engines.ts";
import { createLifecycle, type Lifecycle } from "./lifecycle.ts";
import { openTicks } from "./memory.ts";
import { webClient } from "./web-client.ts";

// The promise of a clean stop: whatever is not done by then is cut, and nothing acknowledged is lost.
const STOP_MS = 15_000;
const CALLS_MS = 5_000;
const apiDocument = fileURLToPath(new URL("../../docs/api/openapi.json", import.meta.url));

/** The parts of the program that run in this process. */
export interface Program {
  readonly engines: Engines;
  readonly contexts: Contexts;
  /** Delivers published events and runs jobs: what cmd/worker.ts does alone. */
  work(): Promise<void>;
  /** Serves people and programs; answers the address. */
  serve(): Promise<{ readonly url: string; readonly port: number }>;
  /** Closes what was opened in reverse order, within 15 seconds. */
  stop(): Promise<void>;
}

export interface ProgramOptions {
  readonly clock?: Clock;
  readonly log?: Log;
  /** For a task of the operator's: does it on the embedded database of a server that runs, where one does. */
  readonly beside?: boolean;
}

/** Opens storage, migrates and builds everything; nothing listens or works until it is told to. */
export async function openProgram(config: Config, options: ProgramOptions = {}): Promise<Program> {
  const { clock = systemClock, log = createLog({ level: config.logLevel }), beside = false } = options;
  const lifecycle = createLifecycle(log, STOP_MS);
  try {
    if (config.tracesEndpoint !== undefined) {
      lifecycle.opened("traces", await startTracing(config.tracesEndpoint, log));
    }
    const engines = await openEngines({ config, clock, log, lifecycle, beside });
    const contexts = await createContexts(config, engines, lifecycle);
    for (const subscription of contexts.subscriptions) engines.bus.register(subscription);
    return {
      engines,
      contexts,
      work: () => work({ engines, contexts, lifecycle }),
      serve: () => serve({ config, engines, contexts, lifecycle }),
      stop: lifecycle.close,
    };
  } catch (error) {
    await lifecycle.close();
    throw error;
  }
}

interface Parts {
  readonly engines: Engines;
  readonly contexts: Contexts;
  readonly lifecycle: Lifecycle;
}

async function work({ engines, contexts, lifecycle }: Parts): Promise<void> {
  await contexts.makeReady();
  await engines.workflows.work(contexts.sagas);
  lifecycle.opened("workflows", engines.workflows.stop);
  await engines.bus.start();
  lifecycle.opened("event bus", engines.bus.stop);
  contexts.search.feed.start();
  lifecycle.opened("feed of search", contexts.search.feed.stop);
  contexts.presence.start();
  lifecycle.opened("hearing who is there", contexts.presence.stop);
  contexts.inbox.feed.start();
  lifecycle.opened("deciding who is told", contexts.inbox.feed.stop);
  contexts.inbox.dispatcher.start();
  lifecycle.opened("reminders", contexts.inbox.dispatcher.stop);
  contexts.pushes.dispatcher.start();
  lifecycle.opened("pushes", contexts.pushes.dispatcher.stop);
  contexts.dispatcher.start();
  lifecycle.opened("planned messages", contexts.dispatcher.stop);
  contexts.previewer.start();
  lifecycle.opened("previews of links", contexts.previewer.stop);
  const runs = await openTicks(engines, `${hostname()} ${process.pid}`);
  lifecycle.opened("jobs", startJobs(contexts.jobs, runs, engines));
}

async function serve({ config, engines, contexts, lifecycle }: Parts & { readonly config: Config }) {
  const { log, metrics } = engines;
  await contexts.makeReady();
  const probe = engines.database("stream", 1);
  const server = createHttpServer({
    routes: contexts.routes,
    authenticate: contexts.authenticate,
    remember: contexts.rememberCall,
    log,
    metrics,
    rateLimits: { person: config.rateLimit, address: manyPeople(config.rateLimit) },
    ...contexts.memory.policy,
    plainRoutes: contexts.plainRoutes,
    upgrades: { "/realtime": contexts.realtime.upgrade },
    readiness: { database: probe.ping },
    webClient,
    apiDocument,
    trustedProxies: config.trustedProxies,
    publicUrl: config.publicUrl,
    ...(config.metricsToken !== undefined && { metricsToken: config.metricsToken }),
  });
  contexts.realtime.start();
  const address = await server.listen(config.port, config.host);
  lifecycle.opened("HTTP server", () => server.close(CALLS_MS));
  lifecycle.opened("realtime connections", contexts.realtime.stop);
  return address;
}

/** Behind one address there may be a whole office. */
function manyPeople({ perSecond, burst }: Config["rateLimit"]): Config["rateLimit"] {
  return { perSecond: 10 * perSecond, burst: 10 * burst };
}
