import type { EmailAddress } from "./email.ts";
import type { NewPasskey } from "./passkey.ts";

const HOUR_MS = 3_600_000;
const LIFETIME_MS = { resetPassword: HOUR_MS, verifyEmail: 24 * HOUR_MS, recoverAccount: 24 * HOUR_MS };

/**
 * What a link is for. Each is used once. Who uses one sent by mail reads that mailbox; one that recovers an
 * account is handed over by who manages the organisation.
 */
export type LinkPurpose = keyof typeof LIFETIME_MS;

export function linkExpiry(purpose: LinkPurpose, now: Date): Date {
  return new Date(now.getTime() + LIFETIME_MS[purpose]);
}

/** A registration that waits until its email address is confirmed; until then there is no account. */
export interface PendingRegistration {
  readonly email: EmailAddress;
  readonly passwordHash: string | undefined;
  /** What it opens the account by instead. */
  readonly passkey: NewPasskey | undefined;
  readonly name: string;
  readonly expiresAt: Date;
}
