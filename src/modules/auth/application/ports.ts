import type { Clock } from "../../../kernel/clock.ts";
import type { EventId, Ids, OrgId } from "../../../kernel/ids.ts";
import type { Password } from "../domain/password.ts";
import type { Attempts } from "./attempts.ts";
import type { Authenticators } from "./authenticators.ts";
import type { IdentityProvider } from "./identity-provider.ts";
import type { AccessTokens, Recognitions } from "./recognition.ts";
import type { OneTimeCodes } from "./second-factor.ts";
import type { AuthStore } from "./store.ts";

/** All that the use cases of auth need; each names the part it takes. */
export interface AuthPorts {
  readonly store: AuthStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly secrets: Secrets;
  readonly passwords: PasswordHasher;
  readonly authenticators: Authenticators;
  /** Undefined: none is set. */
  readonly identityProvider: IdentityProvider | undefined;
  readonly oneTimeCodes: OneTimeCodes;
  readonly attempts: Attempts;
  readonly recognitions: Recognitions;
  readonly accessTokens: AccessTokens;
  readonly mail: Mail;
  readonly orgNames: OrgNames;
  readonly effects: Effects;
  readonly settings: AuthSettings;
}

/** Who may register: everybody, whoever has an invitation, or nobody. */
export type RegistrationMode = "open" | "invitation" | "closed";

/** What the operator decides. */
export interface AuthSettings {
  readonly registration: RegistrationMode;
  /** Where people reach this server, without a slash at the end; links in mails begin with it. */
  readonly publicUrl: string;
}

declare const hash: unique symbol;
/** What is stored of a secret. */
export type SecretHash = Buffer & { readonly [hash]: true };

export type SecretKind = "session" | "apiKey" | "link";

/** Makes secrets nobody can guess, and what is stored in their place. */
export interface Secrets {
  make(kind: SecretKind): { readonly text: string; readonly hash: SecretHash };
  /** One that people can write down; `readRecoveryCode` of it is what is hashed. */
  makeCode(): { readonly text: string; readonly hash: SecretHash };
  hash(text: string): SecretHash;
}

export interface PasswordHasher {
  /** Throws TOO_BUSY where too many wait already. */
  hash(password: Password): Promise<string>;
  /** Takes the same time without a hash, and is then false. Throws TOO_BUSY like `hash`. */
  verify(password: Password, hash: string | undefined): Promise<boolean>;
}

/** Plain text for one person, with links that are secrets. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Whoever takes letters along. */
export interface Mail {
  /** Whether letters reach people; otherwise they lie where only the operator can read them. */
  readonly delivers: boolean;
  /** Takes the letter and returns at once, so that answering takes as long without one. */
  post(letter: Letter): void;
}

/** The name of the organisation, which is the user context's. */
export interface OrgNames {
  find(org: OrgId): Promise<string | undefined>;
}

/** What other contexts do about our events. */
export interface Effects {
  /** Waits until it is done or has failed once; false if that took longer than the limit. */
  settled(events: readonly EventId[], limitMs: number): Promise<boolean>;
}
