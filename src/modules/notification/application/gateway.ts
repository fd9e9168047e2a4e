import type { Clock } from "../../../kernel/clock.ts";
import { isId } from "../../../kernel/ids.ts";
import type { Goodbye } from "../domain/goodbye.ts";
import type { Meaning } from "../domain/meaning.ts";
import type { PresenceChoice } from "../domain/presence.ts";
import type { StreamId } from "../domain/stream.ts";
import { Throttle } from "../domain/throttle.ts";
import { type ChangeFocus, changeFocus } from "./change-focus.ts";
import type { Connection } from "./delivery/connection.ts";
import { Connections } from "./delivery/connections.ts";
import { Doorkeeper } from "./delivery/doorkeeper.ts";
import { Feeds } from "./delivery/feeds.ts";
import { followChannel, followChannels } from "./delivery/follow.ts";
import { Log } from "./delivery/log.ts";
import { Outlet } from "./delivery/outlet.ts";
import { endConnection, endConnectionsOf, forgetConnection } from "./end-connections.ts";
import type { Limits } from "./limits.ts";
import { type OpenConnection, openConnection } from "./open-connection.ts";
import type {
  Access,
  Frames,
  Memberships,
  Meter,
  People,
  PresenceSettings,
  Sender,
  SendMessage,
  Signal,
  SignalBus,
  StreamSource,
  Timers,
  Trouble,
} from "./ports.ts";
import { LocalPresence } from "./presence/local-presence.ts";
import { PresenceBoard } from "./presence/presence-board.ts";
import { reportTyping, showTyping } from "./report-typing.ts";
import { reviewRights } from "./review-rights.ts";
import { sendMessage } from "./send-message.ts";
import { tellOrg } from "./tell-org.ts";
import { tellProfile } from "./tell-profile.ts";
import { startUpkeep } from "./upkeep.ts";
import { unwatchStreams, type Watch, watchStreams } from "./watch-streams.ts";

export interface GatewayDeps {
  readonly source: StreamSource;
  readonly memberships: Memberships;
  readonly access: Access;
  readonly people: People;
  readonly sender: Sender;
  readonly settings: PresenceSettings;
  readonly bus: SignalBus;
  readonly frames: Frames;
  readonly timers: Timers;
  readonly clock: Clock;
  readonly meter: Meter;
  readonly trouble: Trouble;
  readonly limits: Limits;
  /** Names this server among those that share the bus. */
  readonly server: string;
}

/** What a client may do on an open connection, and how connections begin and end: the table of contents. */
export interface Gateway {
  open(opening: OpenConnection): Connection;
  watch(connection: Connection, watches: readonly Watch[]): boolean;
  unwatch(connection: Connection, streams: readonly StreamId[]): void;
  send(connection: Connection, command: SendMessage): Promise<void>;
  type(connection: Connection, where: Parameters<typeof reportTyping>[2]): void;
  /** What all servers show of people together; it may begin to listen before anybody is served, and without that. */
  readonly presence: Pick<PresenceBoard, "stateOf" | "start" | "stop">;
  focus(connection: Connection, focus: ChangeFocus): Promise<void>;
  end(connection: Connection, goodbye: Goodbye): void;
  /** The client is gone. */
  gone(connection: Connection): void;
  start(): void;
  /** Sends every client elsewhere. */
  stop(): void;
}

export function createGateway(deps: GatewayDeps): Gateway {
  const parts = assemble(deps);
  let stops: (() => void)[] = [];
  deps.meter.watch(() => parts.connections.load());
  return {
    open: (opening) => openConnection(parts, opening),
    watch: (connection, watches) => watchStreams(parts, connection, watches),
    unwatch: unwatchStreams,
    send: (connection, command) => sendMessage(parts, connection, command),
    type: (connection, where) => reportTyping(parts, connection, where),
    presence: parts.board,
    focus: (connection, focus) => changeFocus(parts, connection, focus),
    end: (connection, goodbye) => endConnection(parts, connection, goodbye),
    gone: (connection) => forgetConnection(parts, connection),
    start() {
      parts.feeds.start();
      stops = [startUpkeep(parts), deps.bus.subscribe((signal) => hear(parts, signal))];
      parts.board.start();
    },
    stop() {
      for (const stop of stops) stop();
      parts.board.stop();
      parts.feeds.stop();
      sendElsewhere(parts);
      parts.log.stop();
    },
  };
}

type Parts = ReturnType<typeof assemble>;

function assemble(deps: GatewayDeps) {
  const { timers, limits } = deps;
  const log = new Log(deps);
  const outlet = new Outlet(timers, limits.tickMs);
  const connections = new Connections();
  const doorkeeper = new Doorkeeper({ ...deps, log });
  const feeds: Feeds = new Feeds({
    ...deps,
    log,
    outlet,
    ask: (reader) => doorkeeper.ask(reader),
    passed: (stream, meaning) => passed(parts, stream, meaning),
    skipped: (stream) => skipped(parts, stream),
  });
  const presence = new LocalPresence(deps);
  const board = new PresenceBoard(deps);
  const throttle = new Throttle(limits.typingMs);
  const parts = { ...deps, log, outlet, connections, doorkeeper, feeds, presence, board, throttle };
  return parts;
}

function passed(parts: Parts, stream: StreamId, meaning: Meaning): void {
  if (meaning.kind !== "channel_added" || !isId("usr", stream)) return;
  for (const connection of parts.connections.of(stream)) {
    void followChannel(parts, connection, meaning.channelId);
  }
}

/** Among what was left out of a person's stream may be channels they were added to. */
function skipped(parts: Parts, stream: StreamId): void {
  if (!isId("usr", stream)) return;
  for (const connection of parts.connections.of(stream)) void followChannels(parts, connection);
}

function hear(parts: Parts, signal: Signal): void {
  switch (signal.kind) {
    case "typing":
      return showTyping(parts, signal);
    case "presence":
      // The board hears it by itself.
      return;
    case "presence_wanted":
      return parts.presence.repeat();
    case "presence_set":
      return parts.presence.chose(signal.userId, choiceIn(signal));
    case "profile":
      return void tellProfile(parts, signal);
    case "org":
      return tellOrg(parts, signal);
    case "credentials_ended":
      return endConnectionsOf(parts, signal.userId, signal.ids);
    case "rights_changed":
      return void reviewRights(parts, signal.userId);
  }
}

function choiceIn({ setting, expiresAt }: Extract<Signal, { kind: "presence_set" }>): PresenceChoice {
  return { setting, expiresAt: expiresAt === undefined ? undefined : new Date(expiresAt) };
}

function sendElsewhere(parts: Parts): void {
  for (const connection of [...parts.connections.all()]) {
    endConnection(parts, connection, {
      reason: "shutting_down",
      message: "The server is restarting; connect again.",
      reconnectAfterMs: Math.round(parts.timers.random() * parts.limits.reconnectSpreadMs),
    });
  }
}
