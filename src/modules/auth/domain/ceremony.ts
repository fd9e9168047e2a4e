import type { UserId } from "../../../kernel/ids.ts";
import type { EmailAddress } from "./email.ts";
import type { ProvidedSession } from "./identity.ts";

/**
 * What somebody has begun and is to finish: it is named by a secret that they hold, is taken once whether
 * it then succeeds or not, and is worth nothing for another purpose or another person.
 */
export type Ceremony =
  | { readonly purpose: "passkeySignIn" }
  | { readonly purpose: "passkeySignUp"; readonly email: EmailAddress; readonly handle: string }
  | { readonly purpose: "passkeyAddition"; readonly userId: UserId; readonly handle: string }
  | { readonly purpose: "confirmation"; readonly userId: UserId }
  /** The first factor was right; what is missing is a second one, or to set one up. */
  | (UnfinishedLogIn & { readonly purpose: "secondFactor" })
  | (UnfinishedLogIn & { readonly purpose: "enrolment" })
  | VisitToProvider;

interface UnfinishedLogIn {
  readonly userId: UserId;
  /** Where it was no password that was right, but what an identity provider said. */
  readonly provided?: ProvidedSession | undefined;
}

/** A browser was sent to the identity provider and is to come back from there. */
export interface VisitToProvider {
  readonly purpose: "provider";
  /** What is stored of the secret in the cookie of that browser; no other may come back in its place. */
  readonly browser: string;
  /** What the provider repeats in what it signs. */
  readonly nonce: string;
  /** What shows the provider that who exchanges its code is who asked for it. */
  readonly verifier: string;
  /** The page to go on with. */
  readonly next: string;
  /** Who wants to link their account; absent: somebody wants to sign in. */
  readonly userId?: UserId;
}

export type Purpose = Ceremony["purpose"];
export type CeremonyFor<P extends Purpose> = Extract<Ceremony, { readonly purpose: P }>;

const MINUTE_MS = 60_000;

// A login form offers passkeys for as long as it is open, and asks for a new challenge in time.
const LIFETIME_MS: Readonly<Record<Purpose, number>> = {
  passkeySignIn: 10 * MINUTE_MS,
  passkeySignUp: 10 * MINUTE_MS,
  passkeyAddition: 5 * MINUTE_MS,
  confirmation: 5 * MINUTE_MS,
  secondFactor: 5 * MINUTE_MS,
  // Somebody may have to find and install an app first.
  enrolment: 15 * MINUTE_MS,
  // Signing in there may take a second factor, or a new password.
  provider: 15 * MINUTE_MS,
};

export function ceremonyExpiry(purpose: Purpose, now: Date): Date {
  return new Date(now.getTime() + LIFETIME_MS[purpose]);
}

/** Whose it is; undefined where a stranger has begun it. */
export function beginnerOf(ceremony: Ceremony): UserId | undefined {
  return "userId" in ceremony ? ceremony.userId : undefined;
}

export function isFor<P extends Purpose>(purpose: P, ceremony: Ceremony): ceremony is CeremonyFor<P> {
  return ceremony.purpose === purpose;
}
