import { type Client, createClient, createRouterTransport, type Interceptor } from "@connectrpc/connect";
import { createValidateInterceptor } from "@connectrpc/validate";
import { pino } from "pino";
import { ChannelService } from "../../../../gen/chatter/channel/v1/channel_pb.js";
import { createMigratedDatabase } from "../../../app/testing/database.ts";
import type { Actor } from "../../../kernel/actor.ts";
import { systemClock } from "../../../kernel/clock.ts";
import { createIds, type OrgId, type UserId } from "../../../kernel/ids.ts";
import type { Authorizer } from "../../../platform/authz/authorizer.ts";
import { createAuthorizer } from "../../../platform/authz/create-authorizer.ts";
import { createEventBus } from "../../../platform/outbox/create-event-bus.ts";
import type { EventBus, PublishedEvent } from "../../../platform/outbox/event-bus.ts";
import { type Database, openDatabase } from "../../../platform/postgres/database.ts";
import { createErrorAnswer } from "../../../platform/rpc/errors.ts";
import { createGate } from "../../../platform/rpc/gate.ts";
import { guard } from "../../../platform/rpc/guard.ts";
import { caller } from "../../../platform/rpc/request.ts";
import { createStreams, type Streams } from "../../../platform/stream/streams.ts";
import { type ChannelModule, type ChannelSchema, createChannelModule } from "../index.ts";

// What nobody expects shows in the output of the test.
const log = pino({ level: "warn" });

export interface Person extends Actor {
  /** The service as this person calls it. */
  readonly api: Client<typeof ChannelService>;
}

export interface ChannelWorld {
  readonly orgId: OrgId;
  readonly database: Database<ChannelSchema>;
  readonly streams: Streams;
  readonly authorizer: Authorizer;
  readonly channels: ChannelModule["channels"];
  /** What was told to other contexts, in order. */
  readonly published: PublishedEvent[];
  /** Somebody who signed up; they are in no channel yet. */
  person(role?: "owner" | "member" | "guest"): Promise<Person>;
  pair(): Promise<readonly [Person, Person]>;
  trio(): Promise<readonly [Person, Person, Person]>;
  people(count: number): Promise<readonly Person[]>;
  /** As when somebody registers, who has a profile by now. */
  arrive(person: Person, how?: { readonly founder?: boolean; readonly guest?: boolean }): Promise<void>;
  /** The service of another server on the same database, which caches rights by itself. */
  elsewhere(person: Person): Client<typeof ChannelService>;
  /** How often PostgreSQL gave way in a deadlock, so that a transaction ran again. */
  reruns(): number;
  /** No other context knows this person any more. */
  deactivate(person: Person): void;
  close(): Promise<void>;
}

/** The channel context behind its real service, on a database of its own, with the real engines. */
export async function createChannelWorld(): Promise<ChannelWorld> {
  const { url, drop } = await createMigratedDatabase();
  // Connections that are about to close may be cut by dropping the database.
  const onError = () => {};
  const open = <Schema>(role: string, connections = 5) =>
    openDatabase<Schema>({ url, role: `chatter_${role}`, connections, onError });
  const databases = [open<unknown>("stream"), open<unknown>("authz"), open<unknown>("events")] as const;
  const { database, reruns } = countingReruns(open<ChannelSchema>("channel", 20));
  const streams = createStreams(databases[0]);
  const ids = createIds(systemClock);
  const engine = createEventBus({ database: databases[2], ids, clock: systemClock, log });
  const published: PublishedEvent[] = [];
  const known = new Set<UserId>();
  const startServer = () => {
    const authorizer = createAuthorizer({ database: databases[1], streams });
    const module = createChannelModule({
      ...{ clock: systemClock, ids, database, streams, authorizer, relationships: authorizer },
      bus: { ...engine, dispatch: observed(engine, published) },
      gate: createGate({ authorizer }),
      people: {
        existing: async (_org, wanted) => new Set(wanted.filter((id) => known.has(id))),
        groupsOf: async () => [],
        existingGroups: async () => new Set(),
        areApart: async () => false,
      },
    });
    return { authorizer, module };
  };
  const { authorizer, module } = startServer();
  const other = startServer();
  await engine.start();

  const orgId = ids.next("org");
  const world: ChannelWorld = {
    ...{ orgId, database, reruns, streams, authorizer, channels: module.channels, published },
    async person(role = "member") {
      const actor: Actor = { userId: ids.next("usr"), orgId, scope: "full" };
      const place = { resource: `org:${orgId}`, relation: role, subject: `user:${actor.userId}` };
      await database.transaction((tx) => authorizer.write(tx, { touch: [place] }));
      known.add(actor.userId);
      return { ...actor, api: clientOf(module, actor) };
    },
    pair: () => Promise.all([world.person(), world.person()]),
    trio: () => Promise.all([world.person(), world.person(), world.person()]),
    people: (count) => Promise.all(Array.from({ length: count }, () => world.person())),
    arrive: ({ userId }, { founder = false, guest = false } = {}) =>
      module.welcomeNewcomer({ userId, orgId, founder, guest }),
    elsewhere: (person) => clientOf(other.module, person),
    deactivate: ({ userId }) => void known.delete(userId),
    async close() {
      await engine.stop();
      await Promise.all([database, ...databases].map((each) => each.close()));
      await drop();
    },
  };
  return world;
}

function countingReruns<Schema>(database: Database<Schema>) {
  let [transactions, runs] = [0, 0];
  const counting: Database<Schema> = {
    ...database,
    transaction(work) {
      transactions += 1;
      return database.transaction((tx) => {
        runs += 1;
        return work(tx);
      });
    },
  };
  return { database: counting, reruns: () => runs - transactions };
}

function observed(bus: EventBus, published: PublishedEvent[]): EventBus["dispatch"] {
  return (tx, events) => {
    tx.afterCommit(() => published.push(...events));
    return bus.dispatch(tx, events);
  };
}

const answerError = createErrorAnswer(log);

function clientOf(module: ChannelModule, actor: Actor): Client<typeof ChannelService> {
  const signIn: Interceptor = (next) => async (request) => {
    request.contextValues.set(caller, actor);
    try {
      return await next(request);
    } catch (error) {
      const { method, signal, contextValues: values } = request;
      throw answerError(error, { method, signal, values });
    }
  };
  const interceptors = [signIn, createValidateInterceptor(), guard];
  return createClient(ChannelService, createRouterTransport(module.routes, { router: { interceptors } }));
}
