import { refuse } from "../domain/errors.ts";
import { isCopy, type Passkey } from "../domain/passkey.ts";
import type { Client } from "../domain/session.ts";
import type { Claim } from "./authenticators.ts";
import { passkeyCopied } from "./letters.ts";
import { noteFailure } from "./note-sign-in.ts";
import type { AuthPorts } from "./ports.ts";
import type { Held } from "./store.ts";

export type ShowPasskeyDeps = Pick<
  AuthPorts,
  "store" | "clock" | "secrets" | "authenticators" | "mail" | "settings"
>;

export interface ShownPasskey {
  /** What a device has answered, and what that claims. */
  readonly answer: string;
  readonly claim: Claim;
  readonly client: Client;
}

/**
 * Answers whose passkey it is that a device has shown. One that may have been copied opens nothing from then
 * on, and its owner is told. Throws PASSKEY_INVALID, PASSKEY_COPIED.
 */
export async function showPasskey(
  deps: ShowPasskeyDeps,
  { answer, claim, client }: ShownPasskey,
): Promise<Held<Passkey>> {
  const held = await deps.store.read.findPasskey(claim.credentialId);
  if (held === undefined || (claim.handle !== undefined && claim.handle !== held.credential.handle)) {
    throw refuse("PASSKEY_INVALID");
  }
  const shown = await deps.authenticators.verify(answer, claim.challenge, held.credential);
  if (shown === undefined) throw refuse("PASSKEY_INVALID");

  const now = deps.clock.now();
  const { passkey, copied } = await deps.store.transact(async (tx) => {
    await tx.accounts.access(held.account.userId);
    const known = (await tx.passkeys.list(held.account.userId)).find(({ id }) => id === held.credential.id);
    if (known === undefined) throw refuse("PASSKEY_INVALID");
    if (known.suspectedAt !== undefined) throw refuse("PASSKEY_COPIED");
    const copied = isCopy(known, shown.counter);
    const passkey = copied ? { ...known, suspectedAt: now } : { ...known, ...shown, lastUsedAt: now };
    await tx.passkeys.save(passkey);
    return { passkey, copied };
  });
  if (copied) {
    await noteFailure(deps, held.account, { client, method: "passkey" }, "copiedPasskey");
    deps.mail.post(passkeyCopied(deps.settings.publicUrl, held.account.email, passkey.name));
    throw refuse("PASSKEY_COPIED");
  }
  return { credential: passkey, account: held.account };
}
