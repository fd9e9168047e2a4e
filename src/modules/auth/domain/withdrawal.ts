import type { UserId } from "../../../kernel/ids.ts";
import type { EmailAddress } from "./email.ts";

/** A registration that could not be completed and was taken back; kept for a while, so that the person is told. */
export interface Withdrawal {
  readonly userId: UserId;
  readonly email: EmailAddress;
  /** By it the person is recognised; undefined where they chose no password. */
  readonly passwordHash: string | undefined;
  readonly because: Cause;
  readonly expiresAt: Date;
}

/** What some context refused, as it said it. */
export interface Cause {
  readonly reason: string;
  readonly message: string;
}

const TOLD_FOR_MS = 7 * 86_400_000;

export function withdrawalExpiry(now: Date): Date {
  return new Date(now.getTime() + TOLD_FOR_MS);
}
