import { join } from "node:path";
import type { Clock } from "../kernel/clock.ts";
import { createIds, type Ids } from "../kernel/ids.ts";
import type { Authorizer, Relationships } from "../platform/authz/authorizer.ts";
import { createAuthorizer } from "../platform/authz/create-authorizer.ts";
import type { Oversight } from "../platform/authz/oversight.ts";
import type { Mirror } from "../platform/authz/spicedb/mirror.ts";
import { createFlags, type Flags } from "../platform/flags/flags.ts";
import { JobHistory } from "../platform/jobs/job-history.ts";
import type { Log } from "../platform/log/log.ts";
import { createEventBus, type EventBusEngine } from "../platform/outbox/create-event-bus.ts";
import { createOutward, type Outward } from "../platform/outward/outward.ts";
import { prepareDatabase } from "../platform/postgres/admission.ts";
import { type Database, openDatabase } from "../platform/postgres/database.ts";
import { startEmbeddedPostgres, startOrJoinEmbeddedPostgres } from "../platform/postgres/embedded/index.ts";
import { roleOf } from "../platform/postgres/migrate.ts";
import { measurePools } from "../platform/postgres/pool-metrics.ts";
import type { Redis } from "../platform/redis/redis.ts";
import type { EnvelopeEncryption } from "../platform/secrets/encryption.ts";
import { openEncryption } from "../platform/secrets/open-encryption.ts";
import type { Signals } from "../platform/signals/signals.ts";
import { appendedCodec, createStreams, type Streams } from "../platform/stream/streams.ts";
import { createMetrics, type Metrics } from "../platform/telemetry/metrics.ts";
import { createRunOperation, type RunOperation } from "../platform/workflow/embedded/run-operation.ts";
import type { WorkflowEngine } from "../platform/workflow/workflows.ts";
import type { Config } from "./config.ts";
import { declaredFlags, type FlagName } from "./flags.ts";
import type { Lifecycle } from "./lifecycle.ts";
import { openMirror } from "./mirror.ts";
import { schemas } from "./schemas.ts";
import { openBell, openRedisOf, openSignals } from "./servers.ts";
import { version } from "./version.ts";
import { openWorkflows } from "./workflows.ts";

/** What every context stands on. */
export interface Engines {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly metrics: Metrics;
  /** What the processes of this installation tell each other. */
  readonly signals: Signals;
  /** Undefined: everything goes on without it. */
  readonly redis: Redis | undefined;
  readonly streams: Streams;
  readonly bus: EventBusEngine;
  readonly workflows: WorkflowEngine;
  /** What an operator can do about the sagas that the program runs itself. */
  readonly sagaRuns: RunOperation;
  /** That of the role chatter_jobs, and what it tells of their runs. */
  readonly jobs: { readonly database: Database<unknown>; readonly history: JobHistory };
  /** What is done one way for some, and another way for others. */
  readonly flags: Flags<FlagName>;
  readonly authorizer: Authorizer & Relationships & Oversight;
  /** What tells SpiceDB of rights; undefined where the program decides by itself. */
  readonly rightsMirror: Pick<Mirror, "available"> | undefined;
  readonly encryption: EnvelopeEncryption;
  /** Asks addresses that people give. */
  readonly outward: Outward;
  /** The database as the role of one schema; its connections open when they are first used. */
  database<Schema>(schema: string, connections?: number): Database<Schema>;
}

export interface EngineOptions {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly lifecycle: Lifecycle;
  /** Uses the embedded database of a server that runs, instead of refusing to be the second. */
  readonly beside?: boolean;
}

/** Opens storage, brings it to the newest schema and builds the engines on it. */
export async function openEngines(options: EngineOptions): Promise<Engines> {
  const { config, clock, log, lifecycle } = options;
  const url = await openPostgres(options);
  const variable = config.databaseUrl === undefined ? "DATA_DIR" : "DATABASE_URL";
  await prepareDatabase({ url, variable, schemas });
  const metrics = createMetrics();
  const redis = await openRedisOf({ config, url, log, metrics, lifecycle });
  const signals = await openSignals({ config, url, log, metrics, lifecycle, redis });
  const database = databasesAt(url, { log, metrics, lifecycle });
  const ids = createIds(clock);
  const streams = createStreams(database("stream"), signals.topic("appended", appendedCodec));
  const bus = createEventBus({
    database: database("events"),
    ids,
    clock,
    log,
    metrics,
    bell: await openBell({ redis, signals }),
  });
  const rights = database("authz");
  const mirror = await openMirror({ config, lifecycle, database: rights, log, metrics });
  const authorizer = createAuthorizer({
    database: rights,
    streams,
    metrics,
    changes: signals.topic("rights"),
    ...(mirror && { mirror }),
  });
  const encryption = await openEncryption(config);
  const sagas = database("workflow");
  const workflows = await openWorkflows({ config, log, metrics, lifecycle, database: sagas });
  return {
    clock,
    ids,
    log,
    metrics,
    signals,
    redis,
    streams,
    bus,
    workflows,
    sagaRuns: createRunOperation(sagas.sql),
    jobs: jobsOn(database("jobs")),
    flags: createFlags({
      declared: declaredFlags,
      database: database("flags", 1),
      clock,
      changed: signals.topic("flags"),
    }),
    authorizer,
    rightsMirror: mirror,
    encryption,
    outward: createOutward({ allowed: config.outwardAllowed ?? [], userAgent: `Chatter/${version}` }),
    database,
  };
}

type DatabaseNeeds = Pick<EngineOptions, "log" | "lifecycle"> & Pick<Engines, "metrics">;

function databasesAt(url: string, { log, metrics, lifecycle }: DatabaseNeeds): Engines["database"] {
  const measure = measurePools(metrics);
  return <Schema>(schema: string, connections?: number): Database<Schema> => {
    const opened = openDatabase<Schema>({
      url,
      role: roleOf(schema),
      ...(connections !== undefined && { connections }),
      onError: (error) => log.warn({ err: error, schema }, "lost a database connection"),
    });
    lifecycle.opened(`database ${schema}`, opened.close);
    measure(schema, opened);
    return opened;
  };
}

function jobsOn(database: Database<unknown>): Engines["jobs"] {
  return { database, history: new JobHistory(database) };
}

async function openPostgres({ config, log, lifecycle, beside }: EngineOptions): Promise<string> {
  if (config.databaseUrl !== undefined) return config.databaseUrl;
  const open = beside ? startOrJoinEmbeddedPostgres : startEmbeddedPostgres;
  const postgres = await open({ dataDir: join(config.dataDir, "postgres"), log });
  lifecycle.opened("PostgreSQL", postgres.stop);
  return postgres.url();
}
