import { type Client, createClient, createRouterTransport } from "@connectrpc/connect";
import { pino } from "pino";
import { Registry } from "prom-client";
import { AuthService, type Role } from "../../../../gen/chatter/auth/v1/auth_pb.js";
import { OversightService } from "../../../../gen/chatter/auth/v1/oversight_pb.js";
import { SignInService } from "../../../../gen/chatter/auth/v1/sign_in_pb.js";
import { createMigratedDatabase } from "../../../app/testing/database.ts";
import { createIds, parseId, type UserId } from "../../../kernel/ids.ts";
import { createTestClock, type TestClock } from "../../../kernel/testing/test-clock.ts";
import { createAuthorizer } from "../../../platform/authz/create-authorizer.ts";
import { createEventBus } from "../../../platform/outbox/create-event-bus.ts";
import type { EventBus, PublishedEvent } from "../../../platform/outbox/event-bus.ts";
import { openDatabase } from "../../../platform/postgres/database.ts";
import { createCallPolicy } from "../../../platform/rpc/call-policy.ts";
import { createGate } from "../../../platform/rpc/gate.ts";
import { requestInfo } from "../../../platform/rpc/request.ts";
import { EnvelopeEncryption } from "../../../platform/secrets/encryption.ts";
import { createMemoryKeyRing } from "../../../platform/secrets/testing/memory-key-ring.ts";
import { createStreams } from "../../../platform/stream/streams.ts";
import {
  type AttemptLimits,
  type AuthModule,
  type AuthSchema,
  createAuthModule,
  type Letter,
  type OpenIdSettings,
  type RegistrationMode,
} from "../index.ts";

// What nobody expects shows in the output of the test.
const log = pino({ level: "warn" });

export const PASSWORD = "tulips in the snow";
const ADDRESS = "192.0.2.1";

/** The service as somebody calls it; what the server told a browser to keep is kept. */
export type Caller = Client<typeof AuthService> & {
  readonly oversight: Client<typeof OversightService>;
  readonly signIn: Client<typeof SignInService>;
  readonly browser: { cookie: string; address: string; userAgent: string };
};

export interface Person {
  readonly userId: UserId;
  readonly email: string;
  readonly token: string;
  /** The service as this person calls it, with the session's token. */
  readonly api: Caller;
}

export interface WorldOptions {
  readonly registration?: RegistrationMode;
  /** Letters reach people. */
  readonly mail?: boolean;
  readonly attempts?: AttemptLimits;
  readonly publicUrl?: string;
  readonly openId?: OpenIdSettings;
  /** When it begins, where the time outside matters. */
  readonly now?: string;
}

export interface AuthWorld {
  readonly clock: TestClock;
  readonly module: AuthModule;
  readonly letters: Letter[];
  /** What was told to other contexts, in order. */
  readonly published: PublishedEvent[];
  /** The service as somebody calls it who shows this credential, or none. */
  caller(credential?: string): Caller;
  /** Another server on the same database. */
  openServer(options?: WorldOptions): AuthModule;
  /** The service of that server. */
  callerOf(server: AuthModule): Caller;
  /** The first person, who founds the organisation. */
  founder(): Promise<Person>;
  /** Somebody who came by an invitation of the founder. */
  invite(founder: Person, role: Role, name: string): Promise<Person>;
  signIn(email: string, password?: string): Promise<Person>;
  close(): Promise<void>;
}

/** The auth context behind its real service, on a database of its own, with the real engines. */
export async function createAuthWorld(options: WorldOptions = {}): Promise<AuthWorld> {
  const { url, drop } = await createMigratedDatabase();
  const { streams, authz, events, database } = openDatabases(url);
  const clock = createTestClock(options.now);
  const ids = createIds(clock);
  const engine = createEventBus({ database: events, ids, clock, log });
  const authorizer = createAuthorizer({ database: authz, streams: createStreams(streams) });
  const gate = createGate({ authorizer });
  const letters: Letter[] = [];
  const published: PublishedEvent[] = [];
  const encryption = new EnvelopeEncryption(createMemoryKeyRing());
  const bus = { ...engine, dispatch: observed(engine, published) };

  const openServer = ({
    registration = "open",
    mail = false,
    attempts = {},
    publicUrl = "https://chat.example.org",
    openId,
  }: WorldOptions = {}) =>
    createAuthModule({
      ...{ clock, ids, database, bus, gate, attempts, relationships: authorizer, oversight: authorizer },
      mail: { delivers: mail, post: (letter) => letters.push(letter) },
      effects: bus,
      orgNames: { find: async () => "Analytical Engines" },
      ...{ encryption, log, openId },
      settings: { registration, publicUrl },
      apiLog: { days: 30, log, metrics: new Registry() },
    });
  const module = openServer(options);
  await engine.start();

  const world: AuthWorld = {
    ...{ clock, module, letters, published, openServer },
    caller: (credential) => createCaller(module, credential),
    callerOf: (server) => createCaller(server),
    async founder() {
      const email = "ada@example.org";
      const request = { email, password: PASSWORD, name: "Ada Lovelace", orgName: "Analytical Engines" };
      const { account, sessionToken } = await world.caller().register(request);
      return personOf(world, account?.userId, { email, token: sessionToken });
    },
    async invite(founder, role, name) {
      const { token } = await founder.api.createInvitation({ role });
      const email = `${name.toLowerCase()}@example.org`;
      const request = { email, password: PASSWORD, name, invitation: token };
      const { account, sessionToken } = await world.caller().register(request);
      return personOf(world, account?.userId, { email, token: sessionToken });
    },
    async signIn(email, password = PASSWORD) {
      const { account, sessionToken } = await world.caller().login({ email, password });
      return personOf(world, account?.userId, { email, token: sessionToken });
    },
    async close() {
      await module.closeApiLog();
      await engine.stop();
      await Promise.all([streams, authz, events, database].map((each) => each.close()));
      await drop();
    },
  };
  return world;
}

function openDatabases(url: string) {
  const open = <Schema>(role: string) =>
    openDatabase<Schema>({ url, role: `chatter_${role}`, connections: 5, onError });
  const [streams, authz, events] = [open<unknown>("stream"), open<unknown>("authz"), open<unknown>("events")];
  return { streams, authz, events, database: open<AuthSchema>("auth") };
}

function personOf(world: AuthWorld, id: string | undefined, who: Pick<Person, "email" | "token">): Person {
  return { ...who, userId: parseId("usr", id ?? ""), api: world.caller(who.token) };
}

export function createCaller(module: AuthModule, credential?: string): Caller {
  const browser = { cookie: "", address: ADDRESS, userAgent: "vitest" };
  const policy = createCallPolicy({ authenticate: (shown) => module.authenticate(shown), log });
  const transport = createRouterTransport(module.routes, {
    router: {
      ...policy,
      requestGate: (context) => {
        const from = { requestId: "test", host: "chat.example.org", secure: true };
        context.values.set(requestInfo, { ...from, address: browser.address, userAgent: browser.userAgent });
        return policy.requestGate(context);
      },
    },
    transport: {
      interceptors: [
        (next) => async (request) => {
          if (credential !== undefined) request.header.set("authorization", `Bearer ${credential}`);
          if (browser.cookie !== "") request.header.set("cookie", browser.cookie);
          const response = await next(request);
          const [kept] = response.header.getSetCookie();
          if (kept !== undefined) browser.cookie = kept.split(";", 1).join();
          return response;
        },
      ],
    },
  });
  const signIn = createClient(SignInService, transport);
  return Object.assign(createClient(AuthService, transport), {
    oversight: createClient(OversightService, transport),
    signIn,
    browser,
  });
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
