import type { OrgId } from "../../../kernel/ids.ts";
import type { Account } from "../domain/account.ts";
import type { EmailAddress } from "../domain/email.ts";
import type { AuthPorts } from "./ports.ts";

/** As much of an account as may leave the context: nothing that opens anything. */
export type AccountSummary = Pick<Account, "userId" | "email" | "role" | "emailVerifiedAt">;

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
  return accounts.map(({ userId, email, role, emailVerifiedAt }) => ({
    userId,
    email,
    role,
    emailVerifiedAt,
  }));
}
