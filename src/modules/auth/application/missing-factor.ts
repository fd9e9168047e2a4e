import type { UserId } from "../../../kernel/ids.ts";
import { ceremonyExpiry } from "../domain/ceremony.ts";
import { refuse } from "../domain/errors.ts";
import type { ProvidedSession } from "../domain/identity.ts";
import { isDue } from "../domain/second-factor.ts";
import type { AuthPorts } from "./ports.ts";
import { factorsOf } from "./second-factor.ts";
import type { AuthTransaction } from "./store.ts";

/** Somebody has shown one factor, and has to show or set up another one by the token, for five minutes or so. */
export interface UnfinishedLogIn {
  readonly missing: "secondFactor" | "enrolment";
  /** Known to them only. */
  readonly token: string;
}

/**
 * Whoever has set a second factor up is asked for it; who has not, only where the organisation wants it;
 * undefined where one is enough. The account must be locked. Throws PASSKEY_NEEDED.
 */
export async function askForMore(
  { clock, secrets }: Pick<AuthPorts, "clock" | "secrets">,
  tx: AuthTransaction,
  userId: UserId,
  provided?: ProvidedSession,
): Promise<UnfinishedLogIn | undefined> {
  const missing = await missingFactor(clock, tx, userId);
  if (missing === undefined) return undefined;
  const { text: token, hash } = secrets.make("link");
  const ceremony = { purpose: missing, userId, ...(provided && { provided }) };
  await tx.ceremonies.begin(ceremony, hash, ceremonyExpiry(missing, clock.now()));
  return { missing, token };
}

async function missingFactor(
  clock: AuthPorts["clock"],
  tx: AuthTransaction,
  userId: UserId,
): Promise<UnfinishedLogIn["missing"] | undefined> {
  const { totp, passkeys } = await factorsOf(tx, userId);
  if (totp) return "secondFactor";
  if (!isDue(await tx.secondFactors.findDue(), clock.now())) return undefined;
  // Who has only the first factor would otherwise add a second of their own to it.
  if (passkeys > 0) throw refuse("PASSKEY_NEEDED");
  return "enrolment";
}
