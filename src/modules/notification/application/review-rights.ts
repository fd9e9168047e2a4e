import type { UserId } from "../../../kernel/ids.ts";
import type { Connections } from "./delivery/connections.ts";
import type { Doorkeeper } from "./delivery/doorkeeper.ts";
import type { Log } from "./delivery/log.ts";
import type { People } from "./ports.ts";

export interface ReviewDeps {
  readonly connections: Connections;
  readonly doorkeeper: Doorkeeper;
  readonly people: People;
  readonly log: Log;
}

/** The person's role changed: what they look at without being in it, and whom they see, is asked for again. */
export async function reviewRights(deps: ReviewDeps, user: UserId): Promise<void> {
  for (const connection of deps.connections.of(user)) {
    for (const reader of connection.readers.values()) {
      if (reader.standing === "preview") deps.doorkeeper.ask(reader);
    }
  }
  for (const connection of deps.connections.of(user)) {
    connection.guest = await deps.log.until("ask who is a guest", () =>
      deps.people.isGuest(connection.actor),
    );
  }
}
