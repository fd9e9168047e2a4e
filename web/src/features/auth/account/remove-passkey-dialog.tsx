import { useState } from "react";
import type { Passkey } from "../../../../../gen/chatter/auth/v1/sign_in_pb.js";
import { ConfirmDialog } from "../../../settings/confirm-dialog.tsx";
import { passkeyText as t } from "../../../text/passkeys.ts";

interface RemovePasskeyDialogProps {
  /** The passkey in question; undefined closes the dialog. */
  readonly passkey: Passkey | undefined;
  readonly onClose: () => void;
  readonly onRemove: (passkey: Passkey) => void;
}

export function RemovePasskeyDialog({ passkey, onClose, onRemove }: RemovePasskeyDialogProps) {
  // The name stays while the dialog leaves.
  const [shown, setShown] = useState(passkey);
  if (passkey !== undefined && passkey !== shown) setShown(passkey);
  return (
    <ConfirmDialog
      title={t("removeTitle", { name: shown?.name ?? "" })}
      isOpen={passkey !== undefined}
      onClose={onClose}
      action={t("remove")}
      onConfirm={async () => {
        if (passkey !== undefined) onRemove(passkey);
      }}
    >
      <p>{t("removeHint")}</p>
    </ConfirmDialog>
  );
}
