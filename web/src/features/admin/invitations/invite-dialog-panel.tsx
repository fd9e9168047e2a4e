import { useState } from "react";
import { SecretOnce } from "../../../settings/secret-once.tsx";
import { settingsText as t } from "../../../text/settings.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import type { InviteDialogProps } from "./invite-dialog.tsx";
import { InviteForm } from "./invite-form.tsx";

export function InviteDialogPanel({ isOpen, onClose }: InviteDialogProps) {
  const [link, setLink] = useState<string>();
  const close = () => {
    setLink(undefined);
    onClose();
  };
  return (
    <Dialog
      title={t(link === undefined ? "invite.title" : "invite.created")}
      isOpen={isOpen}
      onClose={close}
      isFullOnPhone
    >
      {link === undefined ? (
        <InviteForm onCreated={setLink} onCancel={close} />
      ) : (
        <SecretOnce label={t("invite.link")} hint={t("invite.linkHint")} secret={link} onDone={close} />
      )}
    </Dialog>
  );
}
