import type { ChannelId, UserId } from "../../../../kernel/ids.ts";
import type { Load } from "../ports.ts";
import type { Connection } from "./connection.ts";

/** Who is connected to this server, and what they look at. */
export class Connections {
  readonly #all = new Set<Connection>();
  readonly #byUser = new Map<UserId, Set<Connection>>();
  readonly #byFocus = new Map<ChannelId, Set<Connection>>();

  get size(): number {
    return this.#all.size;
  }

  load(): Load {
    let lagging = 0;
    let bufferedBytes = 0;
    for (const { laggingSince, link } of this.#all) {
      if (laggingSince !== undefined) lagging += 1;
      bufferedBytes += link.buffered;
    }
    return { connections: this.size, lagging, bufferedBytes };
  }

  add(connection: Connection): void {
    this.#all.add(connection);
    addTo(this.#byUser, connection.userId, connection);
  }

  remove(connection: Connection): void {
    this.#all.delete(connection);
    removeFrom(this.#byUser, connection.userId, connection);
    for (const channel of connection.focus?.channels ?? []) removeFrom(this.#byFocus, channel, connection);
  }

  focus(connection: Connection, focus: NonNullable<Connection["focus"]>): void {
    for (const channel of connection.focus?.channels ?? []) removeFrom(this.#byFocus, channel, connection);
    connection.focus = focus;
    for (const channel of focus.channels) addTo(this.#byFocus, channel, connection);
  }

  all(): Iterable<Connection> {
    return this.#all;
  }

  /** Oldest first. */
  of(user: UserId): readonly Connection[] {
    return [...(this.#byUser.get(user) ?? [])];
  }

  lookingAt(channel: ChannelId): Iterable<Connection> {
    return this.#byFocus.get(channel) ?? [];
  }
}

function addTo<K>(index: Map<K, Set<Connection>>, key: K, connection: Connection): void {
  const set = index.get(key);
  if (set === undefined) index.set(key, new Set([connection]));
  else set.add(connection);
}

function removeFrom<K>(index: Map<K, Set<Connection>>, key: K, connection: Connection): void {
  const set = index.get(key);
  set?.delete(connection);
  if (set?.size === 0) index.delete(key);
}
