import type { EmailAddress } from "./email.ts";

const HOUR_MS = 3_600_000;
const LIFETIME_MS = { resetPassword: HOUR_MS, verifyEmail: 24 * HOUR_MS };

/** What a link sent by mail is for. Each is used once; whoever uses it reads that mailbox. */
export type LinkPurpose = keyof typeof LIFETIME_MS;

export function linkExpiry(purpose: LinkPurpose, now: Date): Date {
  return new Date(now.getTime() + LIFETIME_MS[purpose]);
}

/** A registration that waits until its email address is confirmed; until then there is no account. */
export interface PendingRegistration {
  readonly email: EmailAddress;
  readonly passwordHash: string;
  readonly name: string;
  readonly expiresAt: Date;
}
