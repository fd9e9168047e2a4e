import type { Actor } from "../../../kernel/actor.ts";
import { refuse } from "../domain/errors.ts";
import type { Passkey } from "../domain/passkey.ts";
import { takeCeremony } from "./ceremonies.ts";
import { assertConfirmed } from "./confirmed.ts";
import { passkeyAdded } from "./letters.ts";
import { addPasskey, type OfferedPasskey, readNewPasskey } from "./offered-passkey.ts";
import type { AuthPorts } from "./ports.ts";

/** One more device, or password manager, that opens the account; its owner is told by mail. */
export async function addOwnPasskey(
  deps: Pick<AuthPorts, "store" | "clock" | "ids" | "secrets" | "authenticators" | "mail" | "settings">,
  actor: Actor,
  offered: OfferedPasskey,
): Promise<Passkey> {
  await assertConfirmed(deps, actor);
  const { ceremony, claim } = await takeCeremony(deps, "passkeyAddition", offered.answer);
  if (ceremony.userId !== actor.userId) throw refuse("PASSKEY_INVALID");
  const { challenge } = claim;
  const made = await readNewPasskey(deps, offered, { challenge, handle: ceremony.handle });
  const { passkey, email } = await deps.store.transact(async (tx) => {
    const account = await tx.accounts.access(actor.userId);
    const passkey = await addPasskey(deps, tx, actor.userId, made);
    if (actor.sessionId !== undefined) {
      await tx.sessions.confirm(actor.sessionId, deps.clock.now(), "passkey");
    }
    return { passkey, email: account.email };
  });
  deps.mail.post(passkeyAdded(deps.settings.publicUrl, email, passkey.name));
  return passkey;
}
