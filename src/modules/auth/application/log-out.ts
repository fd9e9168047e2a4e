import type { Actor } from "../../../kernel/actor.ts";
import { refuse } from "../domain/errors.ts";
import { endSession } from "./end-session.ts";
import type { AuthPorts } from "./ports.ts";

/** Ends the calling session. Throws SESSION_REQUIRED for an API key, which is revoked instead. */
export async function logOut(deps: Pick<AuthPorts, "store">, actor: Actor): Promise<void> {
  if (actor.sessionId === undefined) throw refuse("SESSION_REQUIRED");
  await endSession(deps, actor, actor.sessionId);
}
