import { createMigratedDatabase } from "../../../app/testing/database.ts";
import type { Actor } from "../../../kernel/actor.ts";
import { systemClock } from "../../../kernel/clock.ts";
import { type ChannelId, createIds, type UserId } from "../../../kernel/ids.ts";
import type { Authorizer, ResourceType } from "../../../platform/authz/authorizer.ts";
import type { Credentials } from "../../../platform/http/credentials.ts";
import { createHttpServer } from "../../../platform/http/server.ts";
import { createLog } from "../../../platform/log/log.ts";
import type { DeliveredEvent } from "../../../platform/outbox/event-bus.ts";
import { openDatabase } from "../../../platform/postgres/database.ts";
import { createLocalBus } from "../../../platform/realtime/local-bus.ts";
import { createGate } from "../../../platform/rpc/gate.ts";
import { createStreams, type Streams } from "../../../platform/stream/streams.ts";
import { createMetrics } from "../../../platform/telemetry/metrics.ts";
import { defaultLimits, type Limits } from "../application/limits.ts";
import type { Signal } from "../application/ports.ts";
import type { NotificationSchema } from "../infrastructure/schema.ts";
import { createNotificationModule, type NotificationDeps } from "../module.ts";
import { Channels } from "./channels.ts";
import { posted } from "./entries.ts";
import { TestClient } from "./test-client.ts";

export const testLimits: Limits = { ...defaultLimits, headCheckMs: 200 };

const SESSION_COOKIE = "session=";

/** A database of its own, and as many servers on it as a test wants. */
export async function createRealtimeWorld() {
  const { url, drop } = await createMigratedDatabase();
  const ids = createIds(systemClock);
  const orgId = ids.next("org");
  const onError = (error: Error) => {
    throw error;
  };
  const database = openDatabase<NotificationSchema>({ url, role: "chatter_notification", onError });
  const streamDatabase = openDatabase<unknown>({ url, role: "chatter_stream", onError });
  const streams = createStreams(streamDatabase);
  const channels = new Channels(database as never, streams);
  const signals = createLocalBus<Signal>();
  const log = createLog({ level: "silent" });
  const actors = new Map<string, Actor>();
  const guests = new Set<UserId>();
  const stops: (() => Promise<void>)[] = [];
  let count = 0;

  const authenticate = async ({ authorization, cookie }: Credentials) =>
    actors.get(authorization?.replace("Bearer ", "") ?? cookie?.replace(SESSION_COOKIE, "") ?? "");
  // Only what the handlers of this context ask.
  const authorizer: Authorizer = {
    check: async <T extends ResourceType>(
      user: UserId,
      _permission: string,
      resource: { type: T; id: string },
    ) => resource.type === "org" || channels.mayRead(user, resource.id as ChannelId),
    permit: async () => undefined,
  };

  const world = {
    streams,
    channels,
    signals,
    guests,
    channel: (): ChannelId => ids.next("chn"),
    /** Takes the content of an entry away, as deleting its message does. */
    blank: (channel: ChannelId, seq: number): Promise<void> =>
      database.transaction((tx) => streams.redact(tx, channel, [{ seq: BigInt(seq), entry: posted("") }])),
    /** Somebody new, and the token with which they connect. */
    person(scope: Actor["scope"] = "full") {
      const userId = ids.next("usr");
      const sessionId = ids.next("ses");
      count += 1;
      const token = `token-${count}`;
      actors.set(token, { userId, orgId, sessionId, scope });
      return { userId, sessionId, token, forget: () => actors.delete(token) };
    },
    async server(changes: Partial<NotificationDeps> = {}) {
      const metrics = createMetrics();
      const module = createNotificationModule({
        clock: systemClock,
        ids,
        log,
        metrics,
        database,
        streams,
        gate: createGate({ authorizer }),
        authenticate,
        memberships: channels,
        access: channels,
        people: { isGuest: async ({ userId }) => guests.has(userId), sharedWith: async () => new Set() },
        profiles: {
          findUsers: async (wanted) => wanted.map((id) => ({ id, handle: "new", name: "New", guest: false })),
        },
        sender: {
          send: async (_actor, { channelId, text }) => ({
            seq: BigInt(await channels.post(channelId, text)),
            messageId: ids.next("msg"),
          }),
        },
        signals,
        serverVersion: "test",
        limits: testLimits,
        ...changes,
      });
      const http = createHttpServer({
        routes: module.routes,
        authenticate,
        log,
        metrics,
        upgrades: { "/realtime": module.upgrade },
        trustedProxies: 0,
        publicUrl: "http://localhost",
      });
      module.start();
      const address = await http.listen(0, "127.0.0.1");
      const realtime = `ws://127.0.0.1:${address.port}/realtime`;
      let stopped: Promise<void> | undefined;
      const stop = () => (stopped ??= module.stop().then(() => http.close(500)));
      stops.push(stop);
      return {
        url: `http://127.0.0.1:${address.port}`,
        realtime,
        module,
        metrics,
        stop,
        connect: (token: string, cursors: Readonly<Record<string, number>> = {}) =>
          TestClient.connect(realtime, {
            token,
            cursors: Object.entries(cursors).map(([stream, seq]) => ({ stream, seq: BigInt(seq) })),
          }),
        /** As if the event bus had delivered it. */
        async hear(event: Pick<DeliveredEvent, "type" | "payload">) {
          const delivered: DeliveredEvent = { id: ids.next("evt"), occurredAt: new Date(), ...event };
          for (const each of module.subscriptions) if (each.type === event.type) await each.handle(delivered);
        },
      };
    },
    async close() {
      await Promise.all(stops.map((stop) => stop()));
      await database.close();
      await streamDatabase.close();
      await drop();
    },
  };
  return world;
}

export type RealtimeWorld = Awaited<ReturnType<typeof createRealtimeWorld>>;
export type RealtimeServer = Awaited<ReturnType<RealtimeWorld["server"]>>;

/** The streams of another server: the same log, announcements only as this function lets them through. */
export function heardThrough(
  streams: Streams,
  pass: (announce: () => void) => void,
): Pick<Streams, "read" | "heads" | "subscribe"> {
  return {
    read: (stream, after, limit) => streams.read(stream, after, limit),
    heads: (asked) => streams.heads(asked),
    subscribe: (listener) => streams.subscribe((appended) => pass(() => listener(appended))),
  };
}
