import type { EventId, InvitationId, OrgId } from "../../../kernel/ids.ts";
import type { Account } from "../domain/account.ts";
import type { EmailAddress } from "../domain/email.ts";
import { refuse } from "../domain/errors.ts";
import type { NewPasskey } from "../domain/passkey.ts";
import type { Role } from "../domain/role.ts";
import { addPasskey } from "./offered-passkey.ts";
import type { AuthPorts } from "./ports.ts";
import type { AuthTransaction } from "./store.ts";

export interface Newcomer {
  readonly orgId: OrgId;
  readonly role: Role;
  readonly email: EmailAddress;
  readonly emailVerifiedAt: Date | undefined;
  readonly passwordHash: string | undefined;
  readonly passkey: NewPasskey | undefined;
  readonly name: string;
  readonly preferredHandle?: string | undefined;
  readonly createdOrgName?: string;
  readonly invitationId?: InvitationId;
}

export interface CreatedAccount {
  readonly account: Account;
  readonly events: readonly EventId[];
}

/** Long enough for the profile and the default channels to be there when the newcomer looks. */
export const EFFECTS_LIMIT_MS = 5_000;

/** The last step of every registration. Throws EMAIL_TAKEN. */
export async function createAccount(
  deps: Pick<AuthPorts, "ids" | "clock">,
  tx: AuthTransaction,
  { name, preferredHandle, createdOrgName, invitationId, passkey, ...newcomer }: Newcomer,
): Promise<CreatedAccount> {
  const account: Account = { ...newcomer, userId: deps.ids.next("usr"), deactivatedAt: undefined };
  if (!(await tx.accounts.add(account))) throw refuse("EMAIL_TAKEN");
  if (passkey !== undefined) await addPasskey(deps, tx, account.userId, passkey);
  const { userId, orgId, role } = account;
  const way = {
    ...(createdOrgName !== undefined && { createdOrgName }),
    ...(invitationId !== undefined && { invitationId }),
    ...(preferredHandle !== undefined && { preferredHandle }),
  };
  const events = await tx.record([{ type: "AccountRegistered", userId, orgId, role, name, ...way }]);
  return { account, events };
}
