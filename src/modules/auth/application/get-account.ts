import type { UserId } from "../../../kernel/ids.ts";
import type { Account } from "../domain/account.ts";
import { refuse } from "../domain/errors.ts";
import type { AuthPorts } from "./ports.ts";

/** Throws ACCOUNT_NOT_FOUND. */
export async function getAccount({ store }: Pick<AuthPorts, "store">, userId: UserId): Promise<Account> {
  const account = await store.read.findAccount(userId);
  if (account === undefined) throw refuse("ACCOUNT_NOT_FOUND");
  return account;
}
