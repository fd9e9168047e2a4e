import type { UserId } from "../../../kernel/ids.ts";
import { refuse } from "../domain/errors.ts";
import { welcome } from "./letters.ts";
import type { AuthPorts } from "./ports.ts";

/** Whether the account is there still. Throws ACCOUNT_NOT_FOUND. */
export async function confirmAccount({ store }: Pick<AuthPorts, "store">, userId: UserId): Promise<void> {
  if ((await store.read.findAccount(userId)) === undefined) throw refuse("ACCOUNT_NOT_FOUND");
}

/**
 * Writes to somebody for whom everything is ready; where no mail is delivered the client's words are all.
 * Throws ACCOUNT_NOT_FOUND where they have left before.
 */
export async function welcomeNewcomer(
  { store, mail, orgNames, settings }: Pick<AuthPorts, "store" | "mail" | "orgNames" | "settings">,
  userId: UserId,
): Promise<void> {
  const account = await store.read.findAccount(userId);
  if (account === undefined) throw refuse("ACCOUNT_NOT_FOUND");
  if (!mail.delivers) return;
  const orgName = (await orgNames.find(account.orgId)) ?? "";
  mail.post(welcome(settings.publicUrl, account.email, orgName));
}
