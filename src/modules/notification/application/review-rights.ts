import type { UserId } from "../../../kernel/ids.ts";
import { type FocusDeps, learnWhomTheySee } from "./change-focus.ts";
import type { Doorkeeper } from "./delivery/doorkeeper.ts";

export interface ReviewDeps extends FocusDeps {
  readonly doorkeeper: Doorkeeper;
}

/** The person's role changed: what they look at without being in it, and whom they see, is asked for again. */
export async function reviewRights(deps: ReviewDeps, user: UserId): Promise<void> {
  for (const connection of deps.connections.of(user)) {
    for (const reader of connection.readers.values()) {
      if (reader.standing === "preview") deps.doorkeeper.ask(reader);
    }
    await learnWhomTheySee(deps, connection);
  }
}
