import { createMigratedDatabase } from "../../../app/testing/database.ts";
import type { Actor } from "../../../kernel/actor.ts";
import { systemClock } from "../../../kernel/clock.ts";
import { type ChannelId, createIds } from "../../../kernel/ids.ts";
import type { Credentials } from "../../../platform/http/credentials.ts";
import { openDatabase } from "../../../platform/postgres/database.ts";
import { createLocalBus } from "../../../platform/realtime/local-bus.ts";
import { createStreams, type Streams } from "../../../platform/stream/streams.ts";
import type { Signal } from "../application/ports.ts";
import type { NotificationSchema } from "../infrastructure/schema.ts";
import type { NotificationDeps } from "../module.ts";
import { Channels } from "./channels.ts";
import { posted } from "./entries.ts";
import { startRealtimeServer } from "./realtime-server.ts";

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
  const channels = new Channels(database, streams);
  const actors = new Map<string, Actor>();
  const stops: (() => Promise<void>)[] = [];
  let people = 0;

  const authenticate = async ({ authorization, cookie }: Credentials) =>
    actors.get(authorization?.replace("Bearer ", "") ?? cookie?.replace("session=", "") ?? "");
  const deps = { ids, database, streams, channels, authenticate, signals: createLocalBus<Signal>() };

  return {
    streams,
    channels,
    channel: (): ChannelId => ids.next("chn"),
    /** Takes the content of an entry away, as deleting its message does. */
    blank: (channel: ChannelId, seq: number): Promise<void> =>
      database.transaction((tx) => streams.redact(tx, channel, [{ seq: BigInt(seq), entry: posted("") }])),
    /** Somebody new, and the token with which they connect. */
    person(scope: Actor["scope"] = "full") {
      const userId = ids.next("usr");
      const sessionId = ids.next("ses");
      people += 1;
      const token = `token-${people}`;
      actors.set(token, { userId, orgId, sessionId, scope });
      return { userId, sessionId, token, forget: () => actors.delete(token) };
    },
    async server(changes: Partial<NotificationDeps> = {}) {
      const server = await startRealtimeServer(deps, changes);
      stops.push(server.stop);
      return server;
    },
    async close(): Promise<void> {
      await Promise.all(stops.map((stop) => stop()));
      await database.close();
      await streamDatabase.close();
      await drop();
    },
  };
}

export type RealtimeWorld = Awaited<ReturnType<typeof createRealtimeWorld>>;

/** The streams of another server: the same log, announcements only as `pass` lets them through. */
export function heardThrough(streams: Streams, pass: (announce: () => void) => void): Streams {
  return {
    ...streams,
    subscribe: (listener) => streams.subscribe((appended) => pass(() => listener(appended))),
  };
}
