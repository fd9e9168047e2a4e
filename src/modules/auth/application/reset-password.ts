import type { UserId } from "../../../kernel/ids.ts";
import { isActive } from "../domain/account.ts";
import { refuse } from "../domain/errors.ts";
import { sessionsEnded } from "../domain/events.ts";
import { choosePassword } from "../domain/password.ts";
import type { Client } from "../domain/session.ts";
import type { AuthPorts } from "./ports.ts";
import type { AuthTransaction } from "./store.ts";

export interface ResetPassword {
  readonly token: string;
  readonly password: string;
  readonly client: Client;
}

/** The link works once and ends every session; one that was mailed shows who reads that mailbox. Throws LINK_INVALID. */
export async function resetPassword(
  deps: Pick<AuthPorts, "store" | "clock" | "secrets" | "passwords" | "attempts">,
  { token, password, client }: ResetPassword,
): Promise<void> {
  await deps.attempts.take("openLink", client);
  const passwordHash = await deps.passwords.hash(choosePassword(password, []));
  const now = deps.clock.now();

  await deps.store.transact(async (tx) => {
    const hash = deps.secrets.hash(token);
    const mailed = await tx.links.use("resetPassword", hash, now);
    const userId = mailed ?? (await tx.links.use("recoverAccount", hash, now));
    if (userId === undefined) throw refuse("LINK_INVALID");
    const account = await tx.accounts.access(userId);
    if (!isActive(account)) throw refuse("LINK_INVALID");
    // Refused after the link was used up, which the rollback takes back.
    choosePassword(password, [account.email]);
    // A link that was handed over says nothing about a mailbox.
    const emailVerifiedAt = account.emailVerifiedAt ?? (mailed === undefined ? undefined : now);
    await tx.accounts.save({ ...account, passwordHash, emailVerifiedAt });
    if (mailed === undefined) await forgetLostFactors(tx, userId);
    await tx.ceremonies.forget(userId);
    const sessionIds = await tx.sessions.endAll(userId);
    await tx.record(sessionsEnded(userId, { sessionIds }));
  });
}

/** Who is helped has lost them, and who finds or stole them shall not come in. */
async function forgetLostFactors(tx: AuthTransaction, userId: UserId): Promise<void> {
  await tx.secondFactors.removeTotp(userId);
  await tx.secondFactors.replaceCodes(userId, []);
  await tx.identities.forget(userId);
  for (const { id } of await tx.passkeys.list(userId)) await tx.passkeys.remove(id);
}
