import { type Client, createClient, createRouterTransport, type Interceptor } from "@connectrpc/connect";
import { pino } from "pino";
import { AdminService } from "../../../../gen/chatter/admin/v1/admin_pb.js";
import { createMigratedDatabase } from "../../../app/testing/database.ts";
import type { Actor } from "../../../kernel/actor.ts";
import { systemClock } from "../../../kernel/clock.ts";
import { createIds, type EventId, type UserId } from "../../../kernel/ids.ts";
import { createAuthorizer } from "../../../platform/authz/create-authorizer.ts";
import { createFlags } from "../../../platform/flags/flags.ts";
import type { Job } from "../../../platform/jobs/job.ts";
import { JobHistory } from "../../../platform/jobs/job-history.ts";
import { JobRuns } from "../../../platform/jobs/job-runs.ts";
import { createEventBus } from "../../../platform/outbox/create-event-bus.ts";
import type { PublishedEvent, Subscription } from "../../../platform/outbox/event-bus.ts";
import { type Database, openDatabase } from "../../../platform/postgres/database.ts";
import { roleOf } from "../../../platform/postgres/migrate.ts";
import { measureStorage } from "../../../platform/postgres/storage.ts";
import { createLocalBus } from "../../../platform/realtime/local-bus.ts";
import { createCallPolicy } from "../../../platform/rpc/call-policy.ts";
import { createGate } from "../../../platform/rpc/gate.ts";
import { requestInfo } from "../../../platform/rpc/request.ts";
import { createStreams } from "../../../platform/stream/streams.ts";
import { type AdminModule, createAdminModule, type WatchedEngine } from "../index.ts";

export type Caller = Client<typeof AdminService>;

export interface Person {
  readonly userId: UserId;
  readonly api: Caller;
}

/** The admin context behind its real service, with jobs that ran, and a consumer that can be broken. */
export interface AdminWorld {
  readonly jobs: Job[];
  readonly engines: WatchedEngine[];
  readonly runs: JobRuns;
  /** What the consumer was told. */
  readonly handled: unknown[];
  /** While it is so the consumer handles nothing. */
  broken: boolean;
  /** An event that the consumer could not handle, given up. */
  parkedEvent(payload?: object): Promise<EventId>;
  person(role: "owner" | "admin" | "member" | "guest", scope?: Actor["scope"]): Promise<Person>;
  readonly stranger: Caller;
  close(): Promise<void>;
}

export const CONSUMER = "shop.send-invoice";
const TYPE = "shop.OrderPlaced";
const log = pino({ level: "silent" });

const COUNTS = {
  people: { members: 3, guests: 2, deactivated: 1 },
  channels: { public: 4, private: 3, direct: 2, archived: 1 },
  messages: { count: 1_000_000, isEstimate: true },
};

const FLAGS = {
  declared: {
    "shop.gift-wrap": { purpose: "Orders can be wrapped.", percent: 0 },
    "shop.bells": { purpose: "A bell rings at each order.", percent: 100 },
  },
};

const FOLDER = {
  disk: { free: 40_000_000_000n, total: 100_000_000_000n },
  backups: { files: 3, bytes: 1_200_000n },
};

export async function createAdminWorld(): Promise<AdminWorld> {
  const { url, drop } = await createMigratedDatabase();
  const { stream, authz, events, jobs, flags, context, close } = openDatabases(url);
  const ids = createIds(systemClock);
  const policy = { attempts: 8, delayMs: () => 600_000, pollMs: 50 };
  const bus = createEventBus({ database: events, ids, clock: systemClock, log, policy });
  const authorizer = createAuthorizer({ database: authz, streams: createStreams(stream) });
  const orgId = ids.next("org");
  const actors = new Map<string, Actor>();
  const declared: Job[] = [];
  const engines: WatchedEngine[] = [];
  const routes = createAdminModule({
    clock: systemClock,
    gate: createGate({ authorizer }),
    runs: new JobHistory(jobs),
    operation: bus.operation,
    flags: flagsOn(flags),
    census: { count: async () => COUNTS },
    installation: {
      version: "1.2.3",
      engines,
      jobs: () => declared,
      storage: async () => ({ ...(await measureStorage(events)), ...FOLDER }),
      backlog: bus.operation.backlog,
      stuckRuns: async () => 2,
    },
  }).routes;
  const callerOf = openCallers(routes, actors);
  const world: AdminWorld = {
    ...{ jobs: declared, engines, handled: [], broken: false },
    runs: new JobRuns(jobs, "one"),
    async parkedEvent(payload = {}) {
      world.broken = true;
      const event: PublishedEvent = { type: TYPE, payload };
      const [id] = await context.transaction((tx) => bus.dispatch(tx, [event]));
      if (id === undefined) throw new Error("no event");
      await bus.settled([id], 10_000);
      await bus.operation.park(id, CONSUMER);
      return id;
    },
    async person(role, scope = "full") {
      const actor: Actor = { userId: ids.next("usr"), orgId, scope };
      actors.set(`Bearer ${actor.userId}`, actor);
      const place = { resource: `org:${orgId}`, relation: role, subject: `user:${actor.userId}` };
      await context.transaction((tx) => authorizer.write(tx, { touch: [place] }));
      return { userId: actor.userId, api: callerOf(actor.userId) };
    },
    get stranger() {
      return callerOf(undefined);
    },
    async close() {
      await bus.stop();
      await close();
      await drop();
    },
  };
  bus.register(breakable(world));
  await bus.start();

  return world;
}

function openDatabases(url: string) {
  const open = (schema: string): Database<unknown> =>
    openDatabase({ url, role: roleOf(schema), onError: () => {} });
  const [stream, authz, events, jobs] = [open("stream"), open("authz"), open("events"), open("jobs")];
  const flags = open("flags");
  const context = open("auth");
  const close = () => Promise.all([stream, authz, events, jobs, flags, context].map((each) => each.close()));
  return { stream, authz, events, jobs, flags, context, close };
}

function flagsOn(database: Database<unknown>) {
  const changed = createLocalBus<Actor["orgId"]>();
  return createFlags({ ...FLAGS, database, clock: systemClock, changed }).operation;
}

function breakable(world: Pick<AdminWorld, "broken" | "handled">): Subscription {
  return {
    subscriber: CONSUMER,
    type: TYPE,
    async handle({ payload }) {
      if (world.broken) throw new Error("the printer is out of paper");
      world.handled.push(payload);
    },
  };
}

/** Answers how to get the service as whoever shows a token calls it, or nobody. */
function openCallers(routes: AdminModule["routes"], actors: ReadonlyMap<string, Actor>) {
  const policy = createCallPolicy({
    log,
    authenticate: async ({ authorization = "" }) => actors.get(authorization),
  });
  const requestGate: typeof policy.requestGate = (call) => {
    const from = { requestId: "test", userAgent: "vitest", host: "chat.example.org", secure: true };
    call.values.set(requestInfo, { ...from, address: "192.0.2.1" });
    return policy.requestGate(call);
  };
  return (token: string | undefined): Caller => {
    const identify: Interceptor = (next) => (request) => {
      if (token !== undefined) request.header.set("authorization", `Bearer ${token}`);
      return next(request);
    };
    const router = { ...policy, requestGate };
    const transport = createRouterTransport(routes, { router, transport: { interceptors: [identify] } });
    return createClient(AdminService, transport);
  };
}
