import { isId } from "../../../kernel/ids.ts";
import type { Account } from "../domain/account.ts";
import { readEmail } from "../domain/email.ts";
import { refuse } from "../domain/errors.ts";
import type { AuthPorts } from "./ports.ts";

/** Somebody by id or email address. Throws EMAIL_MALFORMED, ACCOUNT_NOT_FOUND. */
export async function findPerson({ store }: Pick<AuthPorts, "store">, named: string): Promise<Account> {
  const { read } = store;
  const found = isId("usr", named)
    ? await read.findAccount(named)
    : await read.findAccountByEmail(readEmail(named));
  if (found === undefined) throw refuse("ACCOUNT_NOT_FOUND");
  return found;
}
