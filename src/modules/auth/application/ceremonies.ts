import { type Ceremony, type CeremonyFor, ceremonyExpiry, type Purpose } from "../domain/ceremony.ts";
import { refuse } from "../domain/errors.ts";
import type { Claim } from "./authenticators.ts";
import type { AuthPorts } from "./ports.ts";

type CeremonyDeps = Pick<AuthPorts, "store" | "clock" | "secrets" | "authenticators">;

/** Remembers what has begun. The secret that names it is the challenge that a device is to sign. */
export async function beginCeremony(
  { store, clock, secrets }: CeremonyDeps,
  ceremony: Ceremony,
): Promise<string> {
  const { text, hash } = secrets.make("link");
  const expiresAt = ceremonyExpiry(ceremony.purpose, clock.now());
  await store.transact((tx) => tx.ceremonies.begin(ceremony, hash, expiresAt));
  return text;
}

/** Takes what the answer of a device belongs to: whatever comes of it, the answer is worth nothing again. */
export async function takeCeremony<P extends Purpose>(
  { store, clock, secrets, authenticators }: CeremonyDeps,
  purpose: P,
  answer: string,
): Promise<{ readonly ceremony: CeremonyFor<P>; readonly claim: Claim }> {
  const claim = authenticators.read(answer);
  if (claim === undefined) throw refuse("PASSKEY_INVALID");
  const named = secrets.hash(claim.challenge);
  const ceremony = await store.transact((tx) => tx.ceremonies.take(purpose, named, clock.now()));
  if (ceremony === undefined) throw refuse("PASSKEY_INVALID");
  return { ceremony, claim };
}

/** Throws PASSKEYS_UNAVAILABLE where the public address is none that browsers make passkeys for. */
export function assertPasskeysPossible({ authenticators }: Pick<AuthPorts, "authenticators">): void {
  if (authenticators.origin === undefined) throw refuse("PASSKEYS_UNAVAILABLE");
}
