import type { UserId } from "../../../kernel/ids.ts";
import type { Goodbye } from "../domain/goodbye.ts";
import type { Connection } from "./delivery/connection.ts";
import type { Connections } from "./delivery/connections.ts";
import type { Frames, Meter } from "./ports.ts";
import type { LocalPresence } from "./presence/local-presence.ts";
import type { PresenceBoard } from "./presence/presence-board.ts";

export interface EndDeps {
  readonly connections: Connections;
  readonly presence: LocalPresence;
  readonly board: PresenceBoard;
  readonly frames: Frames;
  readonly meter: Meter;
}

/** Says why, and closes. */
export function endConnection(deps: EndDeps, connection: Connection, goodbye: Goodbye): void {
  if (connection.closed) return;
  connection.say(deps.frames.goodbye(goodbye));
  connection.handOn();
  deps.meter.ended(goodbye.reason);
  forgetConnection(deps, connection);
  connection.link.close(goodbye);
}

/** The client is gone. */
export function forgetConnection(deps: EndDeps, connection: Connection): void {
  if (connection.closed) return;
  connection.end();
  deps.board.unwatch(connection);
  deps.connections.remove(connection);
  deps.presence.disconnected(connection);
}

/** Closes what was opened with these sessions or keys; without ids, all connections of the person. */
export function endConnectionsOf(
  deps: EndDeps,
  user: UserId,
  credentials: readonly string[] | undefined,
): void {
  for (const connection of deps.connections.of(user)) {
    if (credentials !== undefined && !openedWith(connection, credentials)) continue;
    endConnection(deps, connection, { reason: "session_ended", message: "The session has ended." });
  }
}

function openedWith({ actor }: Connection, credentials: readonly string[]): boolean {
  return [actor.sessionId, actor.apiKeyId].some((id) => id !== undefined && credentials.includes(id));
}
