import type { UserId } from "../../../kernel/ids.ts";
import type { EmailAddress } from "../domain/email.ts";
import { refuse } from "../domain/errors.ts";
import { type NewPasskey, PASSKEYS_PER_PERSON, type Passkey } from "../domain/passkey.ts";
import { takeCeremony } from "./ceremonies.ts";
import type { AuthPorts } from "./ports.ts";
import type { AuthTransaction } from "./store.ts";

/** A passkey as a browser hands it over. */
export interface OfferedPasskey {
  /** What the device has answered. */
  readonly answer: string;
  readonly name: string;
}

export type OfferDeps = Pick<AuthPorts, "store" | "clock" | "secrets" | "authenticators">;

/** The passkey of somebody who registers with this address. Throws PASSKEY_INVALID. */
export async function readNewcomersPasskey(
  deps: OfferDeps,
  email: EmailAddress,
  offered: OfferedPasskey,
): Promise<NewPasskey> {
  const { ceremony, claim } = await takeCeremony(deps, "passkeySignUp", offered.answer);
  if (ceremony.email !== email) throw refuse("PASSKEY_INVALID");
  return readNewPasskey(deps, offered, { challenge: claim.challenge, handle: ceremony.handle });
}

/** Throws PASSKEY_INVALID where the device did not answer to this. */
export async function readNewPasskey(
  { authenticators }: OfferDeps,
  { answer, name }: OfferedPasskey,
  { challenge, handle }: { readonly challenge: string; readonly handle: string },
): Promise<NewPasskey> {
  const made = await authenticators.verifyNew(answer, challenge);
  if (made === undefined) throw refuse("PASSKEY_INVALID");
  return { ...made, handle, name: name.trim() };
}

/** The account must be locked, or new in this transaction. Throws PASSKEY_TAKEN, TOO_MANY_PASSKEYS. */
export async function addPasskey(
  { ids, clock }: Pick<AuthPorts, "ids" | "clock">,
  tx: AuthTransaction,
  userId: UserId,
  made: NewPasskey,
): Promise<Passkey> {
  if ((await tx.passkeys.list(userId)).length >= PASSKEYS_PER_PERSON) throw refuse("TOO_MANY_PASSKEYS");
  const unused = { lastUsedAt: undefined, suspectedAt: undefined };
  const passkey: Passkey = { ...made, ...unused, id: ids.next("psk"), userId, createdAt: clock.now() };
  if (!(await tx.passkeys.add(passkey))) throw refuse("PASSKEY_TAKEN");
  return passkey;
}
