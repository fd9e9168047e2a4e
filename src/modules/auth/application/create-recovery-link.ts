import type { Actor } from "../../../kernel/actor.ts";
import type { UserId } from "../../../kernel/ids.ts";
import { assertActive, assertMayDecide } from "../domain/account.ts";
import { linkExpiry } from "../domain/mailed-link.ts";
import { assertConfirmed } from "./confirmed.ts";
import { decideAboutAccount } from "./decide-about-account.ts";
import { recoveryPrepared } from "./letters.ts";
import type { AuthPorts } from "./ports.ts";

/** A link to a new password and where it ends. */
export interface RecoveryLink {
  /** The secret part of the link, told this once. */
  readonly token: string;
  readonly expiresAt: Date;
}

/**
 * For somebody who has lost all that opens their account: who manages the organisation hands the link over. Its
 * owner is told by mail. Throws CONFIRMATION_REQUIRED, ROLE_NOT_YOURS_TO_GRANT, ACCOUNT_NOT_FOUND,
 * ACCOUNT_DEACTIVATED.
 */
export async function createRecoveryLink(
  deps: Pick<AuthPorts, "store" | "clock" | "secrets" | "mail" | "settings">,
  actor: Actor,
  userId: UserId,
): Promise<RecoveryLink> {
  await assertConfirmed(deps, actor);
  const { text, hash } = deps.secrets.make("link");
  const expiresAt = linkExpiry("recoverAccount", deps.clock.now());
  await decideAboutAccount(deps, actor, userId, async (tx, hearing) => {
    assertMayDecide(hearing);
    assertActive(hearing.subject);
    await tx.links.forget(userId, "recoverAccount");
    await tx.links.add({ purpose: "recoverAccount", userId, token: hash, expiresAt });
  });
  const account = await deps.store.read.findAccount(userId);
  if (account !== undefined) deps.mail.post(recoveryPrepared(deps.settings.publicUrl, account.email));
  return { token: text, expiresAt };
}
