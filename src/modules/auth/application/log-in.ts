import { type Account, isActive } from "../domain/account.ts";
import { findEmail } from "../domain/email.ts";
import { refuse } from "../domain/errors.ts";
import { readPassword } from "../domain/password.ts";
import { type Client, describeClient } from "../domain/session.ts";
import { askForMore, type UnfinishedLogIn } from "./missing-factor.ts";
import { noteFailure } from "./note-sign-in.ts";
import { openSession, type SignedIn } from "./open-session.ts";
import type { AuthPorts } from "./ports.ts";
import { withdrawn } from "./tell-withdrawn.ts";

export interface LogIn {
  readonly email: string;
  readonly password: string;
  readonly client: Client;
}

export type LogInDeps = Pick<
  AuthPorts,
  "store" | "clock" | "ids" | "secrets" | "passwords" | "attempts" | "mail" | "settings"
>;

/** Either somebody is in, or they have to show or set up a second factor, by a token for five minutes or so. */
export type LoggedIn = SignedIn | UnfinishedLogIn;

/**
 * A wrong password, an unknown address and one that is none are the same INVALID_CREDENTIALS and cost
 * the same work. ACCOUNT_DEACTIVATED, PASSKEY_NEEDED and REGISTRATION_WITHDRAWN are told only to somebody who has
 * the password.
 */
export async function logIn(deps: LogInDeps, { email, password, client }: LogIn): Promise<LoggedIn> {
  const by = { address: client.address, account: findEmail(email) ?? email };
  await deps.attempts.take("logIn", by);
  const account = await authenticateByPassword(deps, { email, password, client });
  if (!isActive(account)) {
    await noteFailure(deps, account, { client, method: "password" }, "deactivated");
    throw refuse("ACCOUNT_DEACTIVATED");
  }
  await deps.attempts.forgive("logIn", by);

  return deps.store.transact(async (tx) => {
    const current = await tx.accounts.access(account.userId);
    // Both may have changed while the password was being compared.
    if (!isActive(current) || current.passwordHash !== account.passwordHash) {
      throw refuse("INVALID_CREDENTIALS");
    }
    const unfinished = await askForMore(deps, tx, current.userId);
    return unfinished ?? openSession(deps, tx, current, { client, method: "password" });
  });
}

async function authenticateByPassword(
  { store, passwords, clock }: LogInDeps,
  { email, password, client }: LogIn,
): Promise<Account> {
  const address = findEmail(email);
  const [account, withdrawal] =
    address === undefined
      ? []
      : await Promise.all([
          store.read.findAccountByEmail(address),
          store.read.findWithdrawal({ email: address }),
        ]);
  const hash = account === undefined ? withdrawal?.passwordHash : account.passwordHash;
  const matches = await passwords.verify(readPassword(password), hash);
  if (matches && account === undefined && withdrawal !== undefined) throw withdrawn(withdrawal);
  if (account === undefined || !matches) {
    if (address !== undefined)
      await store.read.noteWrongPassword(address, describeClient(client), clock.now());
    throw refuse("INVALID_CREDENTIALS");
  }
  return account;
}
