import { useAction } from "../../../settings/use-action.ts";
import { useClient } from "../../../store/client-context.tsx";
import { useMe } from "../../../store/hooks.ts";
import type { User } from "../../../store/people/user.ts";
import { settingsText as t } from "../../../text/settings.ts";
import { showToast } from "../../../ui/toast-store.ts";
import { type RoleName, roleText, toProtoRole } from "../roles.ts";
import { refreshAccounts } from "./use-accounts.ts";
import { refreshDirectory } from "./use-directory.ts";

/** What can be decided about a person at once, because it can be undone. */
export function useDecisions({ id: userId, name }: User) {
  const { api, session } = useClient();
  const me = useMe();
  const { run } = useAction();

  const give = async (role: RoleName) => {
    await api.auth.setRole({ userId, role: toProtoRole(role) });
    await refreshAccounts();
    // What one may see and do here changes with one's own role.
    if (userId === me) await session.verify();
  };
  const setRole = (role: RoleName, before: RoleName) => {
    if (role === before) return;
    run(async () => {
      await give(role);
      showToast({
        text: t("people.roleChanged", { name, role: roleText(role) }),
        action: { label: t("undo"), run: () => run(() => give(before)) },
      });
    });
  };
  const reactivate = () =>
    run(async () => {
      await api.auth.reactivateAccount({ userId });
      await Promise.all([refreshAccounts(), refreshDirectory()]);
      showToast({ text: t("people.reactivated", { name }) });
    });
  return { setRole, reactivate };
}
