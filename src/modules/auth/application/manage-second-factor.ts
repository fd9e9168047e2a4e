import type { Actor } from "../../../kernel/actor.ts";
import { refuse } from "../domain/errors.ts";
import { assertSecondFactorRemains } from "../domain/second-factor.ts";
import type { Client } from "../domain/session.ts";
import { assertConfirmed } from "./confirmed.ts";
import type { NewApp } from "./finish-log-in.ts";
import { codesRenewed, totpAdded, totpRemoved } from "./letters.ts";
import type { AuthPorts } from "./ports.ts";
import { confirmApp, factorsOf, makeRecoveryCodes } from "./second-factor.ts";

type Deps = Pick<
  AuthPorts,
  "store" | "clock" | "secrets" | "oneTimeCodes" | "orgNames" | "mail" | "settings" | "attempts"
>;

export interface OwnSecondFactor {
  readonly totp: boolean;
  readonly recoveryCodesLeft: number;
  /** From when on the organisation lets nobody in by a password alone. */
  readonly dueFrom: Date | undefined;
}

export async function describeSecondFactor({ store }: Deps, { userId }: Actor): Promise<OwnSecondFactor> {
  const factors = store.read.secondFactors;
  const [totp, recoveryCodesLeft, dueFrom] = await Promise.all([
    factors.hasTotp(userId),
    factors.countCodes(userId),
    factors.findDue(),
  ]);
  return { totp, recoveryCodesLeft, dueFrom };
}

/** A new secret for an app; it counts once a code of it was shown. Throws TOTP_SET_UP, CONFIRMATION_REQUIRED. */
export async function beginTotp(deps: Deps, actor: Actor): Promise<NewApp> {
  await assertConfirmed(deps, actor);
  const { userId } = actor;
  return deps.store.transact(async (tx) => {
    const { orgId, email } = await tx.accounts.access(userId);
    if (await tx.secondFactors.hasTotp(userId)) throw refuse("TOTP_SET_UP");
    const app = deps.oneTimeCodes.make((await deps.orgNames.find(orgId)) ?? "Chatter", email);
    await tx.secondFactors.keepTotp({ userId, secret: app.secret, confirmedAt: undefined, lastStep: 0 });
    return app;
  });
}

/** Answers the recovery codes, told this once. Throws CODE_INVALID, TOO_MANY_ATTEMPTS, CONFIRMATION_REQUIRED. */
export async function confirmTotp(
  deps: Deps,
  actor: Actor,
  { code, client }: { readonly code: string; readonly client: Client },
): Promise<readonly string[]> {
  await assertConfirmed(deps, actor);
  const { userId } = actor;
  await deps.attempts.take("secondFactor", { address: client.address, account: userId });
  const { codes, email } = await deps.store.transact(async (tx) => {
    const { email } = await tx.accounts.access(userId);
    const codes = await confirmApp(deps, tx, userId, code);
    if (actor.sessionId !== undefined) {
      await tx.sessions.confirm(actor.sessionId, deps.clock.now(), "totp");
    }
    return { email, codes };
  });
  deps.mail.post(totpAdded(deps.settings.publicUrl, email));
  return codes;
}

/** Throws SECOND_FACTOR_NEEDED where the organisation asks for one, CONFIRMATION_REQUIRED. */
export async function removeTotp(deps: Deps, actor: Actor): Promise<void> {
  await assertConfirmed(deps, actor);
  const { userId } = actor;
  const email = await deps.store.transact(async (tx) => {
    const account = await tx.accounts.access(userId);
    const { passkeys } = await factorsOf(tx, userId);
    assertSecondFactorRemains({ totp: false, passkeys }, await tx.secondFactors.findDue());
    await tx.secondFactors.removeTotp(userId);
    await tx.secondFactors.replaceCodes(userId, []);
    return account.email;
  });
  deps.mail.post(totpRemoved(deps.settings.publicUrl, email));
}

/** Those before are worth nothing any more. Throws TOTP_NOT_SET_UP, CONFIRMATION_REQUIRED. */
export async function renewRecoveryCodes(deps: Deps, actor: Actor): Promise<readonly string[]> {
  await assertConfirmed(deps, actor);
  const { codes, email } = await deps.store.transact(async (tx) => {
    const { email } = await tx.accounts.access(actor.userId);
    if (!(await tx.secondFactors.hasTotp(actor.userId))) throw refuse("TOTP_NOT_SET_UP");
    return { email, codes: await makeRecoveryCodes(deps, tx, actor.userId) };
  });
  deps.mail.post(codesRenewed(deps.settings.publicUrl, email));
  return codes;
}
