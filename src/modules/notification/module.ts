import type { Actor } from "../../kernel/actor.ts";
import type { UserId } from "../../kernel/ids.ts";
import type { Credentials } from "../../platform/http/credentials.ts";
import type { UpgradeHandler } from "../../platform/http/upgrades.ts";
import type { Subscription } from "../../platform/outbox/event-bus.ts";
import { createLocalBus } from "../../platform/realtime/local-bus.ts";
import { systemTimers } from "../../platform/realtime/timers.ts";
import type { Gate } from "../../platform/rpc/gate.ts";
import type { Encryption } from "../../platform/secrets/encryption.ts";
import type { Keeper } from "../../platform/secrets/rotation.ts";
import type { Metrics } from "../../platform/telemetry/metrics.ts";
import { meaningOf } from "./api/entry-meaning.ts";
import { eventSubscriptions } from "./api/event-subscriptions.ts";
import { createFrames } from "./api/frames.ts";
import { choiceEntry } from "./api/presence.ts";
import { realtimeRoutes } from "./api/realtime-service.ts";
import { createRealtimeSockets } from "./api/realtime-sockets.ts";
import { forgetPerson } from "./application/forget-person.ts";
import { createGateway } from "./application/gateway.ts";
import { defaultLimits, type Limits } from "./application/limits.ts";
import type {
  Access,
  Memberships,
  People,
  Profiles,
  Sender,
  Signal,
  SignalBus,
} from "./application/ports.ts";
import type { Places } from "./application/push/delivery-ports.ts";
import type { PushServices } from "./application/push/ports.ts";
import { createInbox, type Inbox, type InboxDeps } from "./inbox.ts";
import { createMeter } from "./infrastructure/meter.ts";
import { createPresenceSettings } from "./infrastructure/presence-settings.ts";
import { createStreamSource } from "./infrastructure/stream-source.ts";
import { createPush, type Pushes } from "./push.ts";

/** What the context needs: engines, and what its siblings know, in its own words. */
export interface NotificationDeps extends InboxDeps {
  readonly metrics: Metrics;
  readonly gate: Gate;
  /** Who is behind what a connection shows; asked again while it is open. */
  readonly authenticate: (credentials: Credentials) => Promise<Actor | undefined>;
  readonly memberships: Memberships;
  readonly access: Access;
  readonly people: People;
  readonly profiles: Profiles;
  readonly sender: Sender;
  readonly encryption: Encryption;
  readonly places: Places;
  readonly pushServices: PushServices;
  /** Whom push services may turn to about what this installation sends: an https address, or mailto. */
  readonly contact: string;
  /** Carries signals to all servers; absent: there is only this one. */
  readonly signals?: SignalBus;
  /** Told to clients, which offer a reload when it changes. */
  readonly serverVersion: string;
  readonly limits?: Limits;
}

export interface NotificationModule {
  /** Serves what is in chatter.notification. */
  readonly routes: ReturnType<typeof realtimeRoutes>;
  /** To be registered with the event bus. */
  readonly subscriptions: readonly Subscription[];
  /** Takes over requests for a WebSocket at /realtime. */
  readonly upgrade: UpgradeHandler;
  /** Who is told of what. */
  readonly inbox: Inbox;
  /** Before anything is served or worked on: throws SecretsError where secrets cannot be read. */
  makeReady(): Promise<void>;
  readonly pushes: Pushes;
  /** Hears who is there, for what is decided in a process that serves nobody; `start` does so too. */
  readonly presence: { start(): void; stop(): Promise<void> };
  start(): void;
  /** The tables whose secrets are encrypted. */
  readonly keepers: readonly Keeper[];
  /** Forgets what somebody who is gone chose to be seen as. May be called again. */
  forgetPerson(userId: UserId): Promise<void>;
  /** Sends all clients elsewhere, spread over some seconds, and waits until they are gone. */
  stop(): Promise<void>;
}

/** Wires the context; nothing is delivered before `start`. */
export function createNotificationModule(deps: NotificationDeps): NotificationModule {
  const { limits = defaultLimits, signals: bus = createLocalBus<Signal>(), log } = deps;
  const trouble = {
    failed: (doing: string, error: unknown) => log.warn({ err: error, doing }, "realtime delivery failed"),
  };
  const parts = {
    ...deps,
    limits,
    bus,
    trouble,
    timers: systemTimers,
    frames: createFrames({ ...deps, limits }),
    source: createStreamSource({ ...deps, meaningOf, trouble }),
    settings: createPresenceSettings({ ...deps, encode: choiceEntry }),
    meter: createMeter(deps.metrics),
    server: deps.ids.next("con"),
  };
  const gateway = createGateway(parts);
  const inbox = createInbox({ ...deps, presences: gateway.presence });
  const serveRealtime = realtimeRoutes({ ...parts, gateway });
  const sockets = createRealtimeSockets({ ...parts, gateway, rate: limits.frames });
  const push = createPush(deps);
  return {
    routes(router) {
      for (const routes of [serveRealtime, push.routes, inbox.routes]) routes(router);
    },
    subscriptions: [...eventSubscriptions(bus, deps.profiles), ...push.subscriptions],
    keepers: [push.keeper],
    async makeReady() {
      await push.makeReady();
      await inbox.makeReady();
    },
    pushes: push.pushes,
    upgrade: sockets.upgrade,
    inbox,
    async forgetPerson(userId) {
      await forgetPerson(parts, userId);
      await inbox.forgetPerson(userId);
    },
    presence: {
      start: () => gateway.presence.start(),
      stop: async () => gateway.presence.stop(),
    },
    start: gateway.start,
    stop() {
      gateway.stop();
      return sockets.stop();
    },
  };
}
