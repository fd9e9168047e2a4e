import { type Client, createClient, createRouterTransport } from "@connectrpc/connect";
import { pino } from "pino";
import {
  AccountDeactivatedSchema,
  AccountReactivatedSchema,
  RoleChangedSchema,
} from "../../../../gen/chatter/auth/events/v1/events_pb.js";
import { Role } from "../../../../gen/chatter/auth/v1/auth_pb.js";
import { UserService } from "../../../../gen/chatter/user/v1/user_pb.js";
import { createMigratedDatabase } from "../../../app/testing/database.ts";
import type { Actor } from "../../../kernel/actor.ts";
import { createIds, type OrgId, type UserId } from "../../../kernel/ids.ts";
import { createTestClock, type TestClock } from "../../../kernel/testing/test-clock.ts";
import { createAuthorizer } from "../../../platform/authz/create-authorizer.ts";
import { createEventBus } from "../../../platform/outbox/create-event-bus.ts";
import type { EventBus, PublishedEvent } from "../../../platform/outbox/event-bus.ts";
import { openDatabase } from "../../../platform/postgres/database.ts";
import { createCallPolicy } from "../../../platform/rpc/call-policy.ts";
import { publish } from "../../../platform/rpc/events.ts";
import { createGate } from "../../../platform/rpc/gate.ts";
import { createStreams, type Streams } from "../../../platform/stream/streams.ts";
import { createUserModule, type UserModule, type UserSchema } from "../index.ts";

// What nobody expects shows in the output of the test.
const log = pino({ level: "warn" });

export interface Person extends Actor {
  /** The service as this person calls it. */
  readonly api: Client<typeof UserService>;
}

export interface UserWorld {
  readonly orgId: OrgId;
  readonly clock: TestClock;
  readonly module: UserModule;
  readonly streams: Streams;
  /** What was told to other contexts, in order. */
  readonly published: PublishedEvent[];
  /** Tells the guest with whom they share a channel. */
  readonly shared: Map<UserId, ReadonlySet<UserId>>;
  /** Somebody registers, and the context has heard of it; the first one founds the organisation. */
  join(name: string, role?: Role): Promise<Person>;
  /** As when somebody's registration comes here, once or again. */
  welcome(
    person: Pick<Actor, "userId">,
    name: string,
    how?: { readonly role?: Role; readonly createdOrgName?: string },
  ): Promise<void>;
  /** As when auth tells what it decided; waits until that was handled. */
  hear(...events: readonly PublishedEvent[]): Promise<void>;
  close(): Promise<void>;
}

/** The user context behind its real service, on a database of its own, with the real engines. */
export async function createUserWorld(): Promise<UserWorld> {
  const { url, drop } = await createMigratedDatabase();
  const open = <Schema>(role: string) =>
    openDatabase<Schema>({ url, role: `chatter_${role}`, connections: 5, onError });
  const databases = [open<unknown>("stream"), open<unknown>("authz"), open<unknown>("events")] as const;
  const database = open<UserSchema>("users");
  const clock = createTestClock();
  const ids = createIds(clock);
  const streams = createStreams(databases[0]);
  const authorizer = createAuthorizer({ database: databases[1], streams });
  const engine = createEventBus({ database: databases[2], ids, clock, log });
  const published: PublishedEvent[] = [];
  const shared = new Map<UserId, ReadonlySet<UserId>>();
  const module = createUserModule({
    ...{ clock, ids, database, streams, authorizer, relationships: authorizer },
    bus: { ...engine, dispatch: observed(engine, published) },
    gate: createGate({ authorizer }),
    exportSources: { sections: [], countChannels: async () => 0 },
    sharedChannels: { peopleSharedWith: async (userId) => shared.get(userId) ?? new Set() },
  });
  for (const subscription of module.subscriptions) engine.register(subscription);
  await engine.start();

  const orgId = ids.next("org");
  let founded = false;
  const world: UserWorld = {
    ...{ orgId, clock, module, streams, published, shared },
    async join(name, role = Role.MEMBER) {
      const actor: Actor = { userId: ids.next("usr"), orgId, scope: "full" };
      const relation = Role[founded ? role : Role.OWNER].toLowerCase();
      const place = { resource: `org:${orgId}`, relation, subject: `user:${actor.userId}` };
      await database.transaction((tx) => authorizer.write(tx, { touch: [place] }));
      await world.welcome(actor, name, { role, ...(!founded && { createdOrgName: "Analytical Engines" }) });
      founded = true;
      return { ...actor, api: clientOf(module, actor) };
    },
    welcome: ({ userId }, name, { role = Role.MEMBER, createdOrgName } = {}) =>
      module.welcomeNewcomer({
        ...{ userId, orgId, name, createdOrgName, preferredHandle: undefined },
        guest: role === Role.GUEST,
        registeredAt: clock.now(),
      }),
    async hear(...events) {
      const eventIds = await database.transaction((tx) => engine.dispatch(tx, events));
      if (!(await engine.settled(eventIds, 10_000))) throw new Error("the news was not handled");
    },
    async close() {
      await engine.stop();
      await Promise.all([database, ...databases].map((each) => each.close()));
      await drop();
    },
  };
  return world;
}

export const news = {
  role: ({ userId, orgId }: Actor, role: Role) => publish(RoleChangedSchema, { userId, orgId, role }),
  deactivated: ({ userId, orgId }: Actor) => publish(AccountDeactivatedSchema, { userId, orgId }),
  reactivated: ({ userId, orgId }: Actor) => publish(AccountReactivatedSchema, { userId, orgId }),
};

function clientOf(module: UserModule, actor: Actor): Client<typeof UserService> {
  const router = createCallPolicy({ authenticate: async () => actor, log });
  return createClient(UserService, createRouterTransport(module.routes, { router }));
}

function observed(bus: EventBus, published: PublishedEvent[]): EventBus["dispatch"] {
  return (tx, events) => {
    tx.afterCommit(() => published.push(...events));
    return bus.dispatch(tx, events);
  };
}

function onError(error: unknown): never {
  throw error;
}
