import type { Actor } from "../../../kernel/actor.ts";
import { refuse } from "../domain/errors.ts";
import { sessionsEnded } from "../domain/events.ts";
import { choosePassword } from "../domain/password.ts";
import type { Client } from "../domain/session.ts";
import { confirmByPasswordIfAny } from "./confirm-password.ts";
import type { AuthPorts } from "./ports.ts";

export interface ChangePassword {
  readonly current: string;
  readonly next: string;
  readonly client: Client;
}

/**
 * Ends the caller's other sessions, and links for choosing a password work no more. Who has none shows who they
 * are by what they have. Throws WRONG_PASSWORD, CONFIRMATION_REQUIRED.
 */
export async function changePassword(
  deps: Pick<AuthPorts, "store" | "clock" | "passwords" | "attempts">,
  actor: Actor,
  { current, next, client }: ChangePassword,
): Promise<void> {
  const { userId } = actor;
  const account = await confirmByPasswordIfAny(deps, actor, { password: current, client });
  const passwordHash = await deps.passwords.hash(choosePassword(next, [account.email]));

  await deps.store.transact(async (tx) => {
    const latest = await tx.accounts.access(userId);
    if (latest.passwordHash !== account.passwordHash) throw refuse("WRONG_PASSWORD");
    await tx.accounts.save({ ...latest, passwordHash });
    await tx.links.forget(userId, "resetPassword");
    await tx.ceremonies.forget(userId);
    const sessionIds = await tx.sessions.endAll(userId, actor.sessionId);
    await tx.record(sessionsEnded(userId, { sessionIds }));
  });
}
