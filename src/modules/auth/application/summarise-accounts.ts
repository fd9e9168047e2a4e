import type { OrgId } from "../../../kernel/ids.ts";
import type { Account } from "../domain/account.ts";
import type { EmailAddress } from "../domain/email.ts";
import type { Identity } from "../domain/identity.ts";
import type { AuthPorts } from "./ports.ts";

/** As much of an account as may leave the context: nothing that opens anything. */
export type AccountSummary = Pick<Account, "userId" | "email" | "role" | "emailVerifiedAt"> & {
  /** As which identity providers know the person. */
  readonly identities: readonly Identity[];
};

interface AccountQuery {
  readonly orgId: OrgId;
  readonly after: string | undefined;
  readonly limit: number;
}

export async function summariseAccounts(
  store: AuthPorts["store"],
  { orgId, after, limit }: AccountQuery,
): Promise<readonly AccountSummary[]> {
  const accounts = await store.read.listAccounts(orgId, after as EmailAddress | undefined, limit);
  const identities = await store.read.listIdentities(accounts.map(({ userId }) => userId));
  return accounts.map(({ userId, email, role, emailVerifiedAt }) => ({
    ...{ userId, email, role, emailVerifiedAt },
    identities: identities
      .filter((identity) => identity.userId === userId)
      .map(({ issuer, subject }) => ({ issuer, subject })),
  }));
}
