import type { Actor } from "../../../kernel/actor.ts";
import type { PasskeyId } from "../../../kernel/ids.ts";
import { refuse } from "../domain/errors.ts";
import { assertWayInRemains } from "../domain/passkey.ts";
import { assertSecondFactorRemains } from "../domain/second-factor.ts";
import { assertConfirmed } from "./confirmed.ts";
import { passkeyRemoved } from "./letters.ts";
import type { AuthPorts } from "./ports.ts";
import { isLinked } from "./provider-link.ts";

/** Never the last way in. Throws PASSKEY_NOT_FOUND, LAST_WAY_IN, SECOND_FACTOR_NEEDED, CONFIRMATION_REQUIRED. */
export async function removePasskey(
  deps: Pick<AuthPorts, "store" | "clock" | "mail" | "settings" | "identityProvider">,
  actor: Actor,
  id: PasskeyId,
): Promise<void> {
  await assertConfirmed(deps, actor);
  const { name, email } = await deps.store.transact(async (tx) => {
    const account = await tx.accounts.access(actor.userId);
    const passkeys = await tx.passkeys.list(actor.userId);
    const passkey = passkeys.find((each) => each.id === id);
    if (passkey === undefined) throw refuse("PASSKEY_NOT_FOUND");
    // One that may have been copied opens nothing.
    const remaining = passkeys.filter((each) => each.id !== id && each.suspectedAt === undefined);
    const hasPassword = account.passwordHash !== undefined;
    const provided = await isLinked(deps, tx, actor.userId);
    assertWayInRemains({ hasPassword, passkeys: remaining.length, provided });
    const totp = await tx.secondFactors.hasTotp(actor.userId);
    assertSecondFactorRemains({ totp, passkeys: remaining.length }, await tx.secondFactors.findDue());
    await tx.passkeys.remove(id);
    return { name: passkey.name, email: account.email };
  });
  deps.mail.post(passkeyRemoved(deps.settings.publicUrl, email, name));
}
