import type { UserId } from "../../../kernel/ids.ts";
import type { Account } from "../domain/account.ts";
import { refuse } from "../domain/errors.ts";
import { readPassword } from "../domain/password.ts";
import type { Client } from "../domain/session.ts";
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
