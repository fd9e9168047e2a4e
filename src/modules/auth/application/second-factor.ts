import type { UserId } from "../../../kernel/ids.ts";
import { refuse } from "../domain/errors.ts";
import {
  RECOVERY_CODES,
  readRecoveryCode,
  type SecondFactors,
  type Totp,
  takeStep,
} from "../domain/second-factor.ts";
import type { AuthPorts, SecretHash } from "./ports.ts";
import type { AuthTransaction } from "./store.ts";

/** The codes of apps. */
export interface OneTimeCodes {
  /** A new secret in base32, and the address by which an app takes it over. */
  make(issuer: string, label: string): { readonly secret: string; readonly uri: string };
  /** The half minute whose code this is, of the one now and its two neighbours; undefined where it is of none. */
  stepOf(secret: string, code: string, now: Date): number | undefined;
}

/** What is stored of second factors. Secrets are encrypted there, and of recovery codes there are only hashes. */
export interface SecondFactorStore {
  /** Also one that was not confirmed yet. */
  findTotp(userId: UserId): Promise<Totp | undefined>;
  keepTotp(totp: Totp): Promise<void>;
  removeTotp(userId: UserId): Promise<void>;
  /** One that is confirmed; no secret is read for this. */
  hasTotp(userId: UserId): Promise<boolean>;
  replaceCodes(userId: UserId, hashes: readonly SecretHash[]): Promise<void>;
  /** True once for each code. */
  useCode(userId: UserId, hash: SecretHash): Promise<boolean>;
  countCodes(userId: UserId): Promise<number>;
  /** From when on the organisation lets nobody in by a password alone. */
  findDue(): Promise<Date | undefined>;
  setDue(from: Date | undefined): Promise<void>;
}

/** What somebody shows beside the password. */
export type ShownFactor = { readonly code: string } | { readonly recoveryCode: string };

type Deps = Pick<AuthPorts, "clock" | "secrets" | "oneTimeCodes">;

/** Uses the code up. The account must be locked. Throws CODE_INVALID. */
export async function useFactor(
  deps: Deps,
  tx: AuthTransaction,
  userId: UserId,
  shown: ShownFactor,
): Promise<void> {
  if ("recoveryCode" in shown) {
    const hash = deps.secrets.hash(readRecoveryCode(shown.recoveryCode));
    if (!(await tx.secondFactors.useCode(userId, hash))) throw refuse("CODE_INVALID");
    return;
  }
  const totp = await tx.secondFactors.findTotp(userId);
  if (totp?.confirmedAt === undefined) throw refuse("CODE_INVALID");
  const step = deps.oneTimeCodes.stepOf(totp.secret, shown.code, deps.clock.now());
  await tx.secondFactors.keepTotp(takeStep(totp, step));
}

/** The app's first code makes it count. Answers new recovery codes, told this once. Throws CODE_INVALID. */
export async function confirmApp(
  deps: Deps,
  tx: AuthTransaction,
  userId: UserId,
  code: string,
): Promise<readonly string[]> {
  const totp = await tx.secondFactors.findTotp(userId);
  if (totp === undefined || totp.confirmedAt !== undefined) throw refuse("CODE_INVALID");
  const now = deps.clock.now();
  const taken = takeStep(totp, deps.oneTimeCodes.stepOf(totp.secret, code, now));
  await tx.secondFactors.keepTotp({ ...taken, confirmedAt: now });
  return makeRecoveryCodes(deps, tx, userId);
}

/** The codes before them are worth nothing any more. */
export async function makeRecoveryCodes(
  { secrets }: Pick<AuthPorts, "secrets">,
  tx: AuthTransaction,
  userId: UserId,
): Promise<readonly string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => secrets.makeCode());
  await tx.secondFactors.replaceCodes(
    userId,
    codes.map(({ hash }) => hash),
  );
  return codes.map(({ text }) => text);
}

export async function factorsOf(tx: AuthTransaction, userId: UserId): Promise<SecondFactors> {
  const passkeys = (await tx.passkeys.list(userId)).filter(({ suspectedAt }) => suspectedAt === undefined);
  return { totp: await tx.secondFactors.hasTotp(userId), passkeys: passkeys.length };
}
