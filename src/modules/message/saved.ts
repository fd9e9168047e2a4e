import type { Clock } from "../../kernel/clock.ts";
import type { Gate } from "../../platform/rpc/gate.ts";
import { savedRoutes } from "./api/saved/saved-service.ts";
import type { Messages } from "./application/ports.ts";
import type { ReadableChannels } from "./application/search/ports.ts";
import type { MessageStoreDeps } from "./infrastructure/posting.ts";
import { createSavedMessages } from "./infrastructure/saved/saved-messages.ts";

export interface SavedDeps {
  readonly clock: Clock;
  readonly gate: Gate;
  readonly messages: Messages;
  readonly readable: ReadableChannels;
}

/** The part of the context that keeps messages for later, for each person by themselves. */
export function createSaved({ readable, ...deps }: SavedDeps, store: MessageStoreDeps) {
  return { routes: savedRoutes({ ...deps, access: readable, saved: createSavedMessages(store) }) };
}
