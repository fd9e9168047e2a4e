import { isActive } from "../domain/account.ts";
import { refuse } from "../domain/errors.ts";
import type { Client } from "../domain/session.ts";
import { takeCeremony } from "./ceremonies.ts";
import { noteFailure } from "./note-sign-in.ts";
import { openSession, type SignedIn } from "./open-session.ts";
import type { AuthPorts } from "./ports.ts";
import { type ShowPasskeyDeps, showPasskey } from "./show-passkey.ts";

export interface SignInWithPasskey {
  /** What the device has answered. */
  readonly answer: string;
  readonly client: Client;
}

/**
 * A device has made sure that it is its owner, so that a passkey stands for two factors. Throws
 * PASSKEY_INVALID for all that proves nothing, PASSKEY_COPIED, ACCOUNT_DEACTIVATED.
 */
export async function signInWithPasskey(
  deps: ShowPasskeyDeps & Pick<AuthPorts, "ids">,
  { answer, client }: SignInWithPasskey,
): Promise<SignedIn> {
  const { claim } = await takeCeremony(deps, "passkeySignIn", answer);
  const { account, credential } = await showPasskey(deps, { answer, claim, client });
  if (!isActive(account)) {
    await noteFailure(deps, account, { client, method: "passkey" }, "deactivated");
    throw refuse("ACCOUNT_DEACTIVATED");
  }

  return deps.store.transact(async (tx) => {
    const current = await tx.accounts.access(account.userId);
    const isStillTheirs = (await tx.passkeys.list(account.userId)).some(({ id }) => id === credential.id);
    if (!isActive(current) || !isStillTheirs) throw refuse("PASSKEY_INVALID");
    return openSession(deps, tx, current, { client, method: "passkey" });
  });
}
