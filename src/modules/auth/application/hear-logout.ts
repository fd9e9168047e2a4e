import { refuse } from "../domain/errors.ts";
import { sessionsEnded } from "../domain/events.ts";
import { forgottenAfter, isFresh } from "../domain/identity.ts";
import type { AuthPorts } from "./ports.ts";
import { providerOf } from "./visit-provider.ts";

/**
 * Somebody has signed out at the provider: what began there ends here, on all servers. Throws
 * LOGOUT_TOKEN_INVALID, PROVIDER_AWAY, PROVIDER_UNSET.
 */
export async function hearLogout(
  deps: Pick<AuthPorts, "store" | "clock" | "identityProvider">,
  token: string,
): Promise<void> {
  const logout = await providerOf(deps).readLogout(token);
  if (logout === undefined || !isFresh(logout, deps.clock.now())) throw refuse("LOGOUT_TOKEN_INVALID");
  await deps.store.transact(async (tx) => {
    if (!(await tx.identities.hear(logout, forgottenAfter(logout)))) throw refuse("LOGOUT_TOKEN_INVALID");
    for (const [userId, sessionIds] of await tx.sessions.endProvided(logout)) {
      await tx.record(sessionsEnded(userId, { sessionIds }));
    }
  });
}
