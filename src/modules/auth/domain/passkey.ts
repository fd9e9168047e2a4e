import type { PasskeyId, UserId } from "../../../kernel/ids.ts";
import { refuse } from "./errors.ts";

/** What an authenticator has told when it made a passkey. */
export interface NewPasskey {
  /** As the authenticator names it, in base64url. */
  readonly credentialId: string;
  /** What authenticators know the person by; the same for all passkeys of an account. */
  readonly handle: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  /** How often it was used, as far as its authenticator counts; 0 where it does not. */
  readonly counter: number;
  /** How it can be reached, such as "usb" or "internal": hints for the browser. */
  readonly transports: readonly string[];
  /** It is kept by an account of the system or a password manager, and so on several devices. */
  readonly backedUp: boolean;
  /** What its owner calls it. */
  readonly name: string;
}

/** What somebody signs in with instead of a password: a key pair whose private half never leaves their device. */
export interface Passkey extends NewPasskey {
  readonly id: PasskeyId;
  readonly userId: UserId;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | undefined;
  /** When it was shown with a counter that had been used already. */
  readonly suspectedAt: Date | undefined;
}

export const PASSKEYS_PER_PERSON = 25;

/** An authenticator counts upwards, or not at all: a counter that stands still or falls is that of a copy. */
export function isCopy(passkey: Passkey, counter: number): boolean {
  return (passkey.counter > 0 || counter > 0) && counter <= passkey.counter;
}

/** What an account can be opened by. */
export interface WaysIn {
  readonly hasPassword: boolean;
  readonly passkeys: number;
  /** The identity provider that is set opens it. */
  readonly provided: boolean;
}

/** Throws LAST_WAY_IN where nothing would open the account any more. */
export function assertWayInRemains({ hasPassword, passkeys, provided }: WaysIn): void {
  if (!hasPassword && passkeys === 0 && !provided) throw refuse("LAST_WAY_IN");
}
