import type { UserId } from "../../../kernel/ids.ts";
import type { EmailAddress } from "./email.ts";

/**
 * What somebody has begun and is to finish: it is named by a secret that they hold, is taken once whether
 * it then succeeds or not, and is worth nothing for another purpose or another person.
 */
export type Ceremony =
  | { readonly purpose: "passkeySignIn" }
  | { readonly purpose: "passkeySignUp"; readonly email: EmailAddress; readonly handle: string }
  | { readonly purpose: "passkeyAddition"; readonly userId: UserId; readonly handle: string }
  | { readonly purpose: "confirmation"; readonly userId: UserId }
  /** The password was right; what is missing is a second factor, or to set one up. */
  | { readonly purpose: "secondFactor"; readonly userId: UserId }
  | { readonly purpose: "enrolment"; readonly userId: UserId };

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
