import type { Clock } from "../../kernel/clock.ts";
import type { Ids, UserId } from "../../kernel/ids.ts";
import { createDispatcher, type Dispatcher } from "../../platform/background/dispatcher.ts";
import type { Log } from "../../platform/log/log.ts";
import type { EventBus } from "../../platform/outbox/event-bus.ts";
import type { Database } from "../../platform/postgres/database.ts";
import type { Bus } from "../../platform/realtime/local-bus.ts";
import type { Gate } from "../../platform/rpc/gate.ts";
import { createLogFeed, type LogFeed } from "../../platform/stream/log-feed.ts";
import type { Streams } from "../../platform/stream/streams.ts";
import { inboxRoutes } from "./api/inbox/inbox-service.ts";
import { createLogs } from "./api/inbox/read-log.ts";
import { settingsRoutes } from "./api/inbox/settings-service.ts";
import { inboxEncoder } from "./api/inbox/to-proto.ts";
import { forgetOld } from "./application/inbox/forget-old.ts";
import type { Positions, Roster, Threads } from "./application/inbox/personal-ports.ts";
import type { Circles, Messages, Presences, Rooms } from "./application/inbox/ports.ts";
import { readLogs } from "./application/inbox/read-logs.ts";
import { nextDue, tellNextDue } from "./application/inbox/tell-later.ts";
import { createAnnouncements } from "./infrastructure/inbox/announcements.ts";
import { createInboxes } from "./infrastructure/inbox/inboxes.ts";
import { createNotifications } from "./infrastructure/inbox/notifications.ts";
import { beginAtTheHeads, channelsBehind, createProgress } from "./infrastructure/inbox/progress.ts";
import { createReminders } from "./infrastructure/inbox/reminders.ts";
import { createSettingsStore } from "./infrastructure/inbox/settings-store.ts";
import { createStandings } from "./infrastructure/inbox/standings.ts";
import { createThreadFollows } from "./infrastructure/inbox/thread-follows.ts";
import type { NotificationSchema } from "./infrastructure/schema.ts";

export interface InboxDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly gate: Gate;
  /** That of the role chatter_notification. */
  readonly database: Database<NotificationSchema>;
  readonly streams: Pick<Streams, "append" | "lock" | "read" | "heads" | "subscribe" | "channels">;
  /** Where it is published who is to be told of what. */
  readonly events: Pick<EventBus, "dispatch">;
  readonly messages: Messages;
  readonly rooms: Rooms;
  readonly circles: Circles;
  readonly roster: Roster;
  readonly positions: Positions;
  readonly threads: Threads;
  /** Tells every process when something is to be told, in milliseconds since 1970. */
  readonly reminded: Bus<number>;
}

/** What keeps the inbox running. */
export interface Inbox {
  /** Before anything is served or worked on: what was said before there were notifications is nobody's. */
  makeReady(): Promise<void>;
  /** Decides about what the logs tell, in this process or another: all may do so. */
  readonly feed: LogFeed;
  /** Tells what waits for its moment, in this process or another. */
  readonly dispatcher: Dispatcher;
  /** Forgets what people were told of more than ninety days ago. */
  forgetOld(): Promise<void>;
}

/** The part of the context that decides who is told of what, and keeps it for them. */
export interface InboxPart extends Inbox {
  /** Serves InboxService and NotificationSettingsService. */
  readonly routes: ReturnType<typeof inboxRoutes>;
  /** Forgets all that somebody was told and chose. May be called again. */
  forgetPerson(user: UserId): Promise<void>;
}

// Soon enough for a person, and so many messages are one step when there are many.
const GATHER_MS = 50;

export function createInbox(deps: InboxDeps & { readonly presences: Presences }): InboxPart {
  const { database, streams, clock } = deps;
  const store = { ...deps, encoder: inboxEncoder, now: () => clock.now() };
  const parts = {
    ...deps,
    standings: createStandings(database),
    notifications: createNotifications(store),
    logs: createLogs(streams),
    progress: createProgress(database),
    inboxes: createInboxes(store),
    follows: createThreadFollows(store),
    settings: createSettingsStore(store),
    reminders: createReminders(store),
    announcements: createAnnouncements(store),
  };
  const serve = [inboxRoutes(parts), settingsRoutes(parts)];
  return {
    routes(router) {
      for (const route of serve) route(router);
    },
    makeReady: () => beginAtTheHeads(database, streams),
    feed: createLogFeed({
      ...deps,
      gatherMs: GATHER_MS,
      behind: () => channelsBehind(database, streams),
      step: (channels) => readLogs(parts, channels),
      setback: {
        begun: "nobody could be told of what is new; trying again",
        over: "people are told again of what is new",
      },
    }),
    dispatcher: createDispatcher({
      ...deps,
      doNext: () => tellNextDue(parts),
      nextDue: () => nextDue(parts),
      due: deps.reminded,
      atOnce: 1,
      now: () => clock.now(),
      sentences: {
        begun: "nobody could be reminded; trying again",
        over: "people are reminded again",
      },
    }),
    forgetOld: () => forgetOld(parts),
    forgetPerson: (user) => parts.settings.forget(user),
  };
}
