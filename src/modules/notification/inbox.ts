import type { Clock } from "../../kernel/clock.ts";
import type { Ids } from "../../kernel/ids.ts";
import type { Log } from "../../platform/log/log.ts";
import type { EventBus } from "../../platform/outbox/event-bus.ts";
import type { Database } from "../../platform/postgres/database.ts";
import { createLogFeed, type LogFeed } from "../../platform/stream/log-feed.ts";
import type { Streams } from "../../platform/stream/streams.ts";
import { createLogs } from "./api/inbox/read-log.ts";
import { inboxEncoder } from "./api/inbox/to-proto.ts";
import type { Circles, Messages, Presences, Rooms } from "./application/inbox/ports.ts";
import { readLogs } from "./application/inbox/read-logs.ts";
import { createNotifications } from "./infrastructure/inbox/notifications.ts";
import { beginAtTheHeads, channelsBehind, createProgress } from "./infrastructure/inbox/progress.ts";
import { createStandings } from "./infrastructure/inbox/standings.ts";
import type { NotificationSchema } from "./infrastructure/schema.ts";

export interface InboxDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** That of the role chatter_notification. */
  readonly database: Database<NotificationSchema>;
  readonly streams: Pick<Streams, "append" | "lock" | "read" | "heads" | "subscribe" | "channels">;
  /** Where it is published who is to be told of what. */
  readonly events: Pick<EventBus, "dispatch">;
  readonly messages: Messages;
  readonly rooms: Rooms;
  readonly circles: Circles;
}

/** What keeps the inbox running. */
export interface Inbox {
  /** Before anything is served or worked on: what was said before there were notifications is nobody's. */
  makeReady(): Promise<void>;
  /** Decides about what the logs tell, in this process or another: all may do so. */
  readonly feed: LogFeed;
}

// Soon enough for a person, and so many messages are one step when there are many.
const GATHER_MS = 50;

/** The part of the context that decides who is told of what, and keeps it for them. */
export function createInbox(deps: InboxDeps & { readonly presences: Presences }): Inbox {
  const { database, streams, log, clock } = deps;
  const deciding = {
    ...deps,
    standings: createStandings(database),
    notifications: createNotifications({ ...deps, encoder: inboxEncoder, now: () => clock.now() }),
    logs: createLogs(streams),
    progress: createProgress(database),
  };
  return {
    makeReady: () => beginAtTheHeads(database, streams),
    feed: createLogFeed({
      streams,
      log,
      gatherMs: GATHER_MS,
      behind: () => channelsBehind(database, streams),
      step: (channels) => readLogs(deciding, channels),
      setback: {
        begun: "nobody could be told of what is new; trying again",
        over: "people are told again of what is new",
      },
    }),
  };
}
