import type { NewPasskey, Passkey } from "../domain/passkey.ts";

/** Talks with the devices that keep passkeys, through the browser: what they are asked, and what they answer. */
export interface Authenticators {
  /** Where browsers may use passkeys of this server, such as https://chat.example.org; undefined: nowhere. */
  readonly origin: string | undefined;
  /** What a browser hands to navigator.credentials.create, as JSON. */
  askForNew(wish: NewPasskeyWish): Promise<string>;
  /** What a browser hands to navigator.credentials.get, as JSON; undefined: any passkey that it has of this server. */
  askForOne(challenge: string, among?: readonly Passkey[]): Promise<string>;
  /** What an answer claims, before anything of it is proved; undefined where it is none. */
  read(answer: string): Claim | undefined;
  /** Undefined where the answer proves nothing: of another origin or server, changed, or without its user's consent. */
  verifyNew(answer: string, challenge: string): Promise<Omit<NewPasskey, "handle" | "name"> | undefined>;
  /** The same for a passkey that is known; its counter is for the caller to compare. */
  verify(answer: string, challenge: string, passkey: Passkey): Promise<Shown | undefined>;
}

export interface NewPasskeyWish {
  readonly challenge: string;
  readonly handle: string;
  /** What the device shows when it asks which passkey: the email address, and the name beside it. */
  readonly email: string;
  readonly name: string;
  /** Those that its device may have already. */
  readonly known: readonly Passkey[];
}

export interface Claim {
  readonly challenge: string;
  readonly credentialId: string;
  /** Absent from devices that do not tell. */
  readonly handle: string | undefined;
}

export interface Shown {
  readonly counter: number;
  readonly backedUp: boolean;
}
