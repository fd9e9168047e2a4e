import { systemClock } from "../../../kernel/clock.ts";
import type { ChannelId, Ids, UserId } from "../../../kernel/ids.ts";
import type { Authorizer } from "../../../platform/authz/authorizer.ts";
import { createHttpServer } from "../../../platform/http/server.ts";
import { createLog } from "../../../platform/log/log.ts";
import type { DeliveredEvent } from "../../../platform/outbox/event-bus.ts";
import { createLocalBus } from "../../../platform/realtime/local-bus.ts";
import { createGate } from "../../../platform/rpc/gate.ts";
import { EnvelopeEncryption } from "../../../platform/secrets/encryption.ts";
import { createMemoryKeyRing } from "../../../platform/secrets/testing/memory-key-ring.ts";
import { createMetrics } from "../../../platform/telemetry/metrics.ts";
import { defaultLimits, type Limits } from "../application/limits.ts";
import { createNotificationModule, type NotificationDeps } from "../module.ts";
import type { Channels } from "./channels.ts";
import { TestClient } from "./test-client.ts";

export const testLimits: Limits = { ...defaultLimits, headCheckMs: 200 };

export interface ServerDeps
  extends Pick<NotificationDeps, "database" | "streams" | "authenticate" | "signals"> {
  readonly ids: Ids;
  readonly channels: Channels;
}

/** One server on a free port, with real sockets; what siblings know is told by the test. */
export async function startRealtimeServer(deps: ServerDeps, changes: Partial<NotificationDeps>) {
  const log = createLog({ level: "silent" });
  const metrics = createMetrics();
  const module = createNotificationModule({
    ...deps,
    ...siblings(deps),
    clock: systemClock,
    log,
    metrics,
    gate: createGate({ authorizer: authorizerOf(deps.channels) }),
    encryption: new EnvelopeEncryption(createMemoryKeyRing()),
    places: { nameOf: async () => "general", readPositions: async () => new Map() },
    pushServices: {
      check: async () => {},
      post: async () => ({ status: 201, retryAfter: undefined }),
    },
    contact: "https://chat.example.org",
    serverVersion: "test",
    limits: testLimits,
    ...changes,
  });
  const http = createHttpServer({
    routes: module.routes,
    authenticate: deps.authenticate,
    log,
    metrics,
    upgrades: { "/realtime": module.upgrade },
    trustedProxies: 0,
    publicUrl: "http://localhost",
  });
  module.start();
  const { port } = await http.listen(0, "127.0.0.1");
  const realtime = `ws://127.0.0.1:${port}/realtime`;
  let stopped: Promise<void> | undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    realtime,
    metrics,
    stop: () => (stopped ??= module.stop().then(() => http.close(500))),
    connect: (token: string, cursors: Readonly<Record<string, number>> = {}) =>
      TestClient.connect(realtime, {
        token,
        cursors: Object.entries(cursors).map(([stream, seq]) => ({ stream, seq: BigInt(seq) })),
      }),
    /** As if the event bus had delivered it. */
    async hear(event: Pick<DeliveredEvent, "type" | "payload">): Promise<void> {
      const delivered: DeliveredEvent = { id: deps.ids.next("evt"), occurredAt: new Date(), ...event };
      for (const each of module.subscriptions) if (each.type === event.type) await each.handle(delivered);
    },
  };
}

export type RealtimeServer = Awaited<ReturnType<typeof startRealtimeServer>>;

function siblings({ channels, ids }: ServerDeps) {
  return {
    memberships: channels,
    access: channels,
    people: { isGuest: async () => false, sharedWith: async () => new Set<UserId>() },
    profiles: {
      findUsers: async (wanted: readonly UserId[]) =>
        wanted.map((id) => ({ id, handle: "new", name: "New", guest: false })),
    },
    // Nobody decides here who is told of what.
    events: { dispatch: async () => [] },
    messages: { current: async () => [] },
    rooms: { find: async () => undefined, among: async () => [], members: async () => [] },
    roster: { activePeople: async () => [] },
    positions: { of: async () => new Map() },
    threads: { unread: async () => [], head: async () => 0n },
    reminded: createLocalBus<number>(),
    circles: {
      apartFrom: async () => [],
      inGroups: async () => new Map(),
      existing: async (_org: unknown, people: readonly UserId[]) => new Set(people),
    },
    sender: {
      send: async (_actor: unknown, { channelId, text }: { channelId: ChannelId; text: string }) => ({
        seq: BigInt(await channels.post(channelId, text)),
        messageId: ids.next("msg"),
      }),
    },
  };
}

/** Only what the handlers of this context ask: access to the organisation, and reading a channel. */
function authorizerOf(channels: Channels): Authorizer {
  return {
    check: async (user, _permission, resource) =>
      resource.type === "org" || channels.mayRead(user, resource.id as ChannelId),
    permit: async () => undefined,
  };
}
