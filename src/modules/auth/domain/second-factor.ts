import type { UserId } from "../../../kernel/ids.ts";
import { refuse } from "./errors.ts";

/** An app that shows another code every half minute, as its owner has set it up. */
export interface Totp {
  readonly userId: UserId;
  /** What app and server share, in base32. */
  readonly secret: string;
  /** Undefined until a first code was shown. */
  readonly confirmedAt: Date | undefined;
  /** The half minute of the last code that was taken, counted from 1970. */
  readonly lastStep: number;
}

export const RECOVERY_CODES = 10;

/** A code is good once: it and those before it are taken no more, though their time may not be over. */
export function takeStep(totp: Totp, step: number | undefined): Totp {
  if (step === undefined || step <= totp.lastStep) throw refuse("CODE_INVALID");
  return { ...totp, lastStep: step };
}

/** People write it with or without dashes, in small letters or large ones. */
export function readRecoveryCode(text: string): string {
  return text.toUpperCase().replace(/[^A-Z2-7]/g, "");
}

/** What an account has beside a password. */
export interface SecondFactors {
  readonly totp: boolean;
  readonly passkeys: number;
}

/** A passkey stands for two: its device, and what makes sure of its owner. */
function hasSecondFactor({ totp, passkeys }: SecondFactors): boolean {
  return totp || passkeys > 0;
}

/** `from`: since when the organisation lets nobody in by a password alone. */
export function isDue(from: Date | undefined, now: Date): boolean {
  return from !== undefined && from <= now;
}

/** Throws SECOND_FACTOR_NEEDED where nothing would be left of what the organisation asks for. */
export function assertSecondFactorRemains(remaining: SecondFactors, from: Date | undefined): void {
  if (from !== undefined && !hasSecondFactor(remaining)) throw refuse("SECOND_FACTOR_NEEDED");
}
