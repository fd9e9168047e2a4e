import type { StreamId } from "../domain/stream.ts";
import { type FocusDeps, learnWhomTheySee } from "./change-focus.ts";
import { Connection, type ConnectionDeps, type Opening } from "./delivery/connection.ts";
import { followChannels, followOwnStream } from "./delivery/follow.ts";
import { type EndDeps, endConnection } from "./end-connections.ts";
import type { Limits } from "./limits.ts";
import { tooManyStreams, type WatchDeps, watchStreams } from "./watch-streams.ts";

export interface OpenDeps extends WatchDeps, EndDeps, FocusDeps, Omit<ConnectionDeps, "limits"> {
  readonly limits: Limits;
}

export interface OpenConnection extends Opening {
  /** Channels to read from their live end, or their cursor, without being in them. */
  readonly previews: readonly StreamId[];
}

/**
 * Welcomes a client. What concerns the person follows: their own stream, then their channels, each from
 * the cursor given or else from its live end.
 */
export function openConnection(deps: OpenDeps, opening: OpenConnection): Connection {
  const connection = new Connection(deps, opening);
  const older = deps.connections.of(connection.userId);
  for (const oldest of older.slice(0, Math.max(0, older.length + 1 - deps.limits.connectionsOfOne))) {
    endConnection(deps, oldest, {
      reason: "rate_limited",
      message: `At most ${deps.limits.connectionsOfOne} connections a person.`,
    });
  }
  deps.connections.add(connection);
  deps.presence.connected(connection);
  connection.say(deps.frames.welcome({ connection: connection.id, userId: connection.userId }));
  void follow(deps, connection, opening);
  return connection;
}

async function follow(deps: OpenDeps, connection: Connection, opening: OpenConnection): Promise<void> {
  await Promise.all([followOwnStream(deps, connection), learnWhomTheySee(deps, connection)]);
  await followChannels(deps, connection);
  if (connection.closed) return;
  const { cursors, named = new Map<StreamId, number | undefined>() } = connection;
  for (const stream of opening.previews) named.set(stream, cursors.get(stream));
  connection.cursors = new Map();
  connection.named = undefined;
  const previews = [...named].filter(([stream]) => !connection.readers.has(stream));
  const watches = previews.map(([stream, cursor]) => ({ stream, cursor }));
  if (!watchStreams(deps, connection, watches)) return endConnection(deps, connection, tooManyStreams);
  for (const stream of cursors.keys()) {
    if (!connection.readers.has(stream)) connection.say(deps.frames.reset(stream, 0, "not_allowed"));
  }
}
