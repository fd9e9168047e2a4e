import type { Actor } from "../../../kernel/actor.ts";
import type { UserId } from "../../../kernel/ids.ts";
import type { Account } from "../domain/account.ts";
import { refuse } from "../domain/errors.ts";
import { readPassword } from "../domain/password.ts";
import type { Client } from "../domain/session.ts";
import { assertConfirmed } from "./confirmed.ts";
import { getAccount } from "./get-account.ts";
import type { AuthPorts } from "./ports.ts";

export interface Confirmation {
  readonly password: string;
  readonly client: Client;
}

/** Answers the account of who shows its password once more. Throws WRONG_PASSWORD, TOO_MANY_ATTEMPTS. */
export async function confirmPassword(
  deps: Pick<AuthPorts, "store" | "passwords" | "attempts">,
  userId: UserId,
  { password, client }: Confirmation,
): Promise<Account> {
  const account = await getAccount(deps, userId);
  const by = { address: client.address, account: account.email };
  await deps.attempts.take("confirmPassword", by);
  if (!(await deps.passwords.verify(readPassword(password), account.passwordHash))) {
    throw refuse("WRONG_PASSWORD");
  }
  await deps.attempts.forgive("confirmPassword", by);
  return account;
}

/** The same, by the password where there is one and otherwise by having shown a moment ago who they are. */
export async function confirmByPasswordIfAny(
  deps: Pick<AuthPorts, "store" | "clock" | "passwords" | "attempts">,
  actor: Actor,
  confirmation: Confirmation,
): Promise<Account> {
  const account = await getAccount(deps, actor.userId);
  if (account.passwordHash !== undefined) return confirmPassword(deps, actor.userId, confirmation);
  await assertConfirmed(deps, actor);
  return account;
}
