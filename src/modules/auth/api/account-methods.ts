import { parseId } from "../../../kernel/ids.ts";
import { deactivateAccount } from "../application/deactivate-account.ts";
import { listAccounts } from "../application/list-accounts.ts";
import { reactivateAccount } from "../application/reactivate-account.ts";
import { setRole } from "../application/set-role.ts";
import type { AuthServiceDeps, Service } from "./entrance.ts";
import { roleFromProto } from "./from-proto.ts";
import { accountToken, parseAccountToken } from "./page-token.ts";
import { accountToProto } from "./to-proto.ts";

type AccountMethods = Pick<Service, "listAccounts" | "setRole" | "deactivateAccount" | "reactivateAccount">;

const PAGE = 100;

/** The methods of those who manage the organisation. */
export function accountMethods(deps: AuthServiceDeps): AccountMethods {
  const { gate } = deps;
  return {
    async listAccounts({ pageSize = PAGE, pageToken }, context) {
      const actor = await gate.org(context, "manage");
      const after = parseAccountToken(pageToken);
      const { accounts, next } = await listAccounts(deps, actor, { after, limit: pageSize });
      return { accounts: accounts.map(accountToProto), nextPageToken: accountToken(next) };
    },
    async setRole({ userId, role }, context) {
      const actor = await gate.org(context, "manage");
      await setRole(deps, actor, { userId: parseId("usr", userId), role: roleFromProto(role) });
      return {};
    },
    async deactivateAccount({ userId }, context) {
      await deactivateAccount(deps, await gate.org(context, "manage"), parseId("usr", userId));
      return {};
    },
    async reactivateAccount({ userId }, context) {
      await reactivateAccount(deps, await gate.org(context, "manage"), parseId("usr", userId));
      return {};
    },
  };
}
