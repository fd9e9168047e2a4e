import type { Actor } from "../../../kernel/actor.ts";
import { refuse } from "../domain/errors.ts";
import type { Client } from "../domain/session.ts";
import { takeCeremony } from "./ceremonies.ts";
import { confirmPassword } from "./confirm-password.ts";
import type { AuthPorts } from "./ports.ts";
import { type ShowPasskeyDeps, showPasskey } from "./show-passkey.ts";

/** A password, or what a device has answered. */
export type Proof = { readonly password: string } | { readonly answer: string };

/**
 * Shows once more that the caller is who opened the session. Throws WRONG_PASSWORD, PASSKEY_INVALID,
 * PASSKEY_COPIED, SESSION_REQUIRED, TOO_MANY_ATTEMPTS.
 */
export async function confirmIdentity(
  deps: ShowPasskeyDeps & Pick<AuthPorts, "passwords" | "attempts">,
  actor: Actor,
  { proof, client }: { readonly proof: Proof; readonly client: Client },
): Promise<void> {
  const { userId, sessionId } = actor;
  if (sessionId === undefined) throw refuse("SESSION_REQUIRED");
  const method = "answer" in proof ? "passkey" : undefined;
  if ("password" in proof) await confirmPassword(deps, userId, { password: proof.password, client });
  else {
    const { ceremony, claim } = await takeCeremony(deps, "confirmation", proof.answer);
    if (ceremony.userId !== userId) throw refuse("PASSKEY_INVALID");
    const { account } = await showPasskey(deps, { answer: proof.answer, claim, client });
    if (account.userId !== userId) throw refuse("PASSKEY_INVALID");
  }
  await deps.store.transact((tx) => tx.sessions.confirm(sessionId, deps.clock.now(), method));
}
