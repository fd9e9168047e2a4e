import { useState } from "react";
import { ConfirmDialog } from "../../../settings/confirm-dialog.tsx";
import { useClient } from "../../../store/client-context.tsx";
import type { User } from "../../../store/people/user.ts";
import { settingsText as t } from "../../../text/settings.ts";
import { refreshAccounts } from "./use-accounts.ts";
import { refreshDirectory } from "./use-directory.ts";

interface DeactivateDialogProps {
  /** The person in question; undefined closes the dialog. */
  readonly user: User | undefined;
  readonly onClose: () => void;
}

/** The account can be reactivated, but its sessions and keys are gone: so it asks. */
export function DeactivateDialog({ user, onClose }: DeactivateDialogProps) {
  const { api } = useClient();
  // The name stays while the dialog leaves.
  const [shown, setShown] = useState(user);
  if (user !== undefined && user !== shown) setShown(user);
  const deactivate = async () => {
    if (user === undefined) return;
    await api.auth.deactivateAccount({ userId: user.id });
    await Promise.all([refreshAccounts(), refreshDirectory()]);
  };
  return (
    <ConfirmDialog
      title={t("people.deactivateTitle", { name: shown?.name ?? "" })}
      isOpen={user !== undefined}
      onClose={onClose}
      action={t("people.deactivate")}
      onConfirm={deactivate}
    >
      <p>{t("people.deactivateHint")}</p>
    </ConfirmDialog>
  );
}
