import { useState } from "react";
import type { ApiKey } from "../../../../../gen/chatter/auth/v1/auth_pb.js";
import { ConfirmDialog } from "../../../settings/confirm-dialog.tsx";
import { useClient } from "../../../store/client-context.tsx";
import { settingsText as t } from "../../../text/settings.ts";
import { useRefreshKeys } from "./refresh-keys.ts";

interface RevokeKeyDialogProps {
  /** The key in question; undefined closes the dialog. */
  readonly apiKey: ApiKey | undefined;
  readonly onClose: () => void;
}

export function RevokeKeyDialog({ apiKey, onClose }: RevokeKeyDialogProps) {
  const { api } = useClient();
  const refresh = useRefreshKeys();
  // The name stays while the dialog leaves.
  const [shown, setShown] = useState(apiKey);
  if (apiKey !== undefined && apiKey !== shown) setShown(apiKey);
  const revoke = async () => {
    if (apiKey === undefined) return;
    await api.auth.revokeApiKey({ apiKeyId: apiKey.id });
    await refresh();
  };
  return (
    <ConfirmDialog
      title={t("keys.revokeTitle", { name: shown?.name ?? "" })}
      isOpen={apiKey !== undefined}
      onClose={onClose}
      action={t("keys.revoke")}
      onConfirm={revoke}
    >
      <p>{t("keys.revokeHint")}</p>
    </ConfirmDialog>
  );
}
