import { isActive } from "../domain/account.ts";
import type { CeremonyFor, Purpose } from "../domain/ceremony.ts";
import { isRefusal, refuse } from "../domain/errors.ts";
import type { Arrival, Client } from "../domain/session.ts";
import { getAccount } from "./get-account.ts";
import { noteFailure } from "./note-sign-in.ts";
import { openSession, type SignedIn } from "./open-session.ts";
import type { AuthPorts } from "./ports.ts";
import { confirmApp, type ShownFactor, useFactor } from "./second-factor.ts";
import type { AuthTransaction } from "./store.ts";

export type FinishLogInDeps = Pick<
  AuthPorts,
  "store" | "clock" | "ids" | "secrets" | "attempts" | "oneTimeCodes" | "orgNames" | "mail" | "settings"
>;

/** Somebody whose password was right or whom a provider vouches for, and what they show beside it. */
export interface FinishLogIn {
  /** What `logIn` has answered. */
  readonly token: string;
  readonly shown: ShownFactor;
  readonly client: Client;
}

/** Throws LOGIN_EXPIRED, CODE_INVALID, TOO_MANY_ATTEMPTS. */
export async function finishLogIn(
  deps: FinishLogInDeps,
  { token, shown, client }: FinishLogIn,
): Promise<SignedIn> {
  const { userId, provided } = await whoLogsIn(deps, "secondFactor", { token, client });
  const beside = "code" in shown ? "totp" : "recoveryCode";
  const arrival: Arrival = { client, provided, method: provided ? "providerAndFactor" : beside };
  try {
    return await deps.store.transact(async (tx) => {
      const account = await taken(deps, tx, "secondFactor", token);
      await useFactor(deps, tx, userId, shown);
      return openSession(deps, tx, account, arrival);
    });
  } catch (error) {
    if (isRefusal(error, "CODE_INVALID")) {
      await noteFailure(deps, await getAccount(deps, userId), arrival, "wrongCode");
    }
    throw error;
  }
}

/** What an app takes over, by hand or as a picture. */
export interface NewApp {
  readonly secret: string;
  readonly uri: string;
}

/** For whom the organisation leads to set up a second factor before they come in. Throws LOGIN_EXPIRED. */
export async function beginEnrolment(
  deps: FinishLogInDeps,
  { token, client }: Pick<FinishLogIn, "token" | "client">,
): Promise<NewApp> {
  const { userId } = await whoLogsIn(deps, "enrolment", { token, client });
  return deps.store.transact(async (tx) => {
    const { orgId, email } = await tx.accounts.access(userId);
    if (await tx.secondFactors.hasTotp(userId)) throw refuse("LOGIN_EXPIRED");
    const app = deps.oneTimeCodes.make((await deps.orgNames.find(orgId)) ?? "Chatter", email);
    await tx.secondFactors.keepTotp({ userId, secret: app.secret, confirmedAt: undefined, lastStep: 0 });
    return app;
  });
}

export interface Enrolled extends SignedIn {
  /** Told this once. */
  readonly recoveryCodes: readonly string[];
}

/** Throws LOGIN_EXPIRED, CODE_INVALID, TOO_MANY_ATTEMPTS. */
export async function finishEnrolment(
  deps: FinishLogInDeps,
  { token, code, client }: Pick<FinishLogIn, "token" | "client"> & { readonly code: string },
): Promise<Enrolled> {
  const { userId, provided } = await whoLogsIn(deps, "enrolment", { token, client });
  const arrival: Arrival = { client, provided, method: provided ? "providerAndFactor" : "totp" };
  return deps.store.transact(async (tx) => {
    const account = await taken(deps, tx, "enrolment", token);
    const recoveryCodes = await confirmApp(deps, tx, userId, code);
    return { ...(await openSession(deps, tx, account, arrival)), recoveryCodes };
  });
}

/** Counts a try at the account: a code has six digits, so that only so many may be guessed. */
async function whoLogsIn(
  { store, clock, secrets, attempts }: FinishLogInDeps,
  purpose: Purpose & ("secondFactor" | "enrolment"),
  { token, client }: Pick<FinishLogIn, "token" | "client">,
): Promise<CeremonyFor<"secondFactor" | "enrolment">> {
  const begun = await store.read.findCeremony(purpose, secrets.hash(token), clock.now());
  await attempts.take("secondFactor", { address: client.address, ...(begun && { account: begun.userId }) });
  if (begun === undefined) throw refuse("LOGIN_EXPIRED");
  return begun;
}

/** A wrong code takes the transaction back, and so leaves the token for another try. */
async function taken(
  { clock, secrets }: FinishLogInDeps,
  tx: AuthTransaction,
  purpose: Purpose & ("secondFactor" | "enrolment"),
  token: string,
) {
  const ceremony = await tx.ceremonies.take(purpose, secrets.hash(token), clock.now());
  if (ceremony === undefined) throw refuse("LOGIN_EXPIRED");
  const account = await tx.accounts.access(ceremony.userId);
  if (!isActive(account)) throw refuse("LOGIN_EXPIRED");
  return account;
}
