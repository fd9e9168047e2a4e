import type { ChannelId, UserId } from "../../../kernel/ids.ts";
import type { Connection } from "./delivery/connection.ts";
import type { Connections } from "./delivery/connections.ts";
import type { Log } from "./delivery/log.ts";
import type { People } from "./ports.ts";
import type { LocalPresence } from "./presence/local-presence.ts";
import type { PresenceBoard } from "./presence/presence-board.ts";

export interface FocusDeps {
  readonly connections: Connections;
  readonly presence: LocalPresence;
  readonly board: PresenceBoard;
  readonly people: People;
  readonly log: Log;
}

export interface ChangeFocus {
  readonly channels: ReadonlySet<ChannelId>;
  readonly users: ReadonlySet<UserId>;
  /** The person is looking at it. */
  readonly active: boolean;
}

/** What is on screen decides whose presence and where typing is shown. */
export async function changeFocus(
  deps: FocusDeps,
  connection: Connection,
  focus: ChangeFocus,
): Promise<void> {
  deps.presence.looks(connection, focus.active);
  deps.connections.focus(connection, focus);
  await showPresence(deps, connection);
}

/** Finds out whether the person is a guest, which decides whom they see. */
export async function learnWhomTheySee(deps: FocusDeps, connection: Connection): Promise<void> {
  connection.guest = await deps.log.until("ask who is a guest", () => deps.people.isGuest(connection.actor));
  await showPresence(deps, connection);
}

async function showPresence(deps: FocusDeps, connection: Connection): Promise<void> {
  const { focus, guest } = connection;
  if (focus === undefined || guest === undefined) return;
  const users = guest ? await visibleToGuest(deps, connection, focus.users) : focus.users;
  // A later focus may have come while this one was being looked up.
  if (!connection.closed && connection.focus === focus) deps.board.watch(connection, users);
}

async function visibleToGuest(deps: FocusDeps, guest: Connection, users: ReadonlySet<UserId>) {
  const shared = await deps.log.until("ask whom a guest sees", () => deps.people.sharedWith(guest.userId));
  return users.intersection(new Set([...shared, guest.userId]));
}
