import { parseId } from "../../../kernel/ids.ts";
import { deactivateAccount } from "../application/deactivate-account.ts";
import { deleteAccount } from "../application/delete-account.ts";
import { listAccounts } from "../application/list-accounts.ts";
import { reactivateAccount } from "../application/reactivate-account.ts";
import { setRole } from "../application/set-role.ts";
import { type AuthServiceDeps, clientOf, type Service } from "./entrance.ts";
import { roleFromProto } from "./from-proto.ts";
import { accountToken, parseAccountToken } from "./page-token.ts";
import { accountToProto } from "./to-proto.ts";

type AccountMethods = Pick<
  Service,
  "listAccounts" | "setRole" | "deactivateAccount" | "reactivateAccount" | "deleteAccount"
>;

const PAGE = 100;

/** The methods of those who manage the organisation, and leaving it oneself. */
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
    async deleteAccount({ userId, password }, context) {
      const own = await gate.self(context);
      const about = { password, client: clientOf(context) };
      if (userId === "" || userId === own.userId)
        await deleteAccount(deps, own, { ...about, userId: own.userId });
      else {
        const manager = await gate.org(context, "manage");
        await deleteAccount(deps, manager, { ...about, userId: parseId("usr", userId) });
      }
      return {};
    },
  };
}
