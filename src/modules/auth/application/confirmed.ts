import { type Actor, OPERATOR } from "../../../kernel/actor.ts";
import { refuse } from "../domain/errors.ts";
import { isConfirmed } from "../domain/session.ts";
import type { AuthPorts } from "./ports.ts";

/**
 * Before anything changes about how somebody signs in: a device left open must not be enough, nor a key of a
 * program. The operator has the machine itself. Throws SESSION_REQUIRED, CONFIRMATION_REQUIRED.
 */
export async function assertConfirmed(
  { store, clock }: Pick<AuthPorts, "store" | "clock">,
  { userId, sessionId }: Actor,
): Promise<void> {
  if (userId === OPERATOR) return;
  if (sessionId === undefined) throw refuse("SESSION_REQUIRED");
  const held = await store.read.findSession(sessionId);
  if (held === undefined || !isConfirmed(held.credential, clock.now())) throw refuse("CONFIRMATION_REQUIRED");
}
