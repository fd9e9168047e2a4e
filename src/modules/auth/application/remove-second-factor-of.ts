import type { Actor } from "../../../kernel/actor.ts";
import type { UserId } from "../../../kernel/ids.ts";
import { assertMayDecide } from "../domain/account.ts";
import { refuse } from "../domain/errors.ts";
import { decideAboutAccount } from "./decide-about-account.ts";
import { totpRemovedByOperator } from "./letters.ts";
import type { AuthPorts } from "./ports.ts";

/**
 * For somebody who has lost their app and all recovery codes. Where the organisation asks for a second factor, they
 * set up another one as they sign in next. Its owner is told by mail. Throws TOTP_NOT_SET_UP, ACCOUNT_NOT_FOUND.
 */
export async function removeSecondFactorOf(
  deps: Pick<AuthPorts, "store" | "mail" | "settings">,
  actor: Actor,
  userId: UserId,
): Promise<void> {
  await decideAboutAccount(deps, actor, userId, async (tx, hearing) => {
    assertMayDecide(hearing);
    if ((await tx.secondFactors.findTotp(userId)) === undefined) throw refuse("TOTP_NOT_SET_UP");
    await tx.secondFactors.removeTotp(userId);
    await tx.secondFactors.replaceCodes(userId, []);
    await tx.ceremonies.forget(userId);
    const { email } = hearing.subject;
    tx.afterCommit(() => deps.mail.post(totpRemovedByOperator(deps.settings.publicUrl, email)));
  });
}
