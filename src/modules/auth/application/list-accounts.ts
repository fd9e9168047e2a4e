import type { Actor } from "../../../kernel/actor.ts";
import type { Account } from "../domain/account.ts";
import type { EmailAddress } from "../domain/email.ts";
import type { AuthPorts } from "./ports.ts";

export interface AccountPage {
  readonly accounts: readonly Account[];
  /** Where the next page begins; undefined at the end. */
  readonly next: EmailAddress | undefined;
}

/** The accounts of the caller's organisation by email, from after the given one on. */
export async function listAccounts(
  { store }: Pick<AuthPorts, "store">,
  { orgId }: Actor,
  { after, limit }: { readonly after: EmailAddress | undefined; readonly limit: number },
): Promise<AccountPage> {
  const found = await store.read.listAccounts(orgId, after, limit + 1);
  const accounts = found.slice(0, limit);
  return { accounts, next: found.length > limit ? accounts.at(-1)?.email : undefined };
}
