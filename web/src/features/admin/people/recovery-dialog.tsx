import { useState } from "react";
import { useSignInApi } from "../../../passkeys/use-sign-in-api.ts";
import { useConfirmed } from "../../../settings/identity/use-confirmed.tsx";
import { SecretOnce } from "../../../settings/secret-once.tsx";
import type { User } from "../../../store/people/user.ts";
import { passkeyText as t } from "../../../text/passkeys.ts";
import { t as common } from "../../../text/text.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";

interface RecoveryDialogProps {
  /** The person in question; undefined closes the dialog. */
  readonly user: User | undefined;
  readonly onClose: () => void;
}

/** Makes a link for somebody who has lost all that opens their account. */
export function RecoveryDialog({ user, onClose }: RecoveryDialogProps) {
  const api = useSignInApi();
  const [link, setLink] = useState<string>();
  const { run, isBusy, dialog } = useConfirmed();
  // The name stays while the dialog leaves.
  const [shown, setShown] = useState(user);
  if (user !== undefined && user !== shown) setShown(user);
  const close = () => {
    setLink(undefined);
    onClose();
  };
  const create = async (userId: string) => {
    const { token } = await api.createRecoveryLink({ userId });
    setLink(`${window.location.origin}/reset/${token}`);
  };
  return (
    <>
      <Dialog
        title={t("recovery.title", { name: shown?.name ?? "" })}
        isOpen={user !== undefined}
        onClose={close}
      >
        {link === undefined ? (
          <div className="flex flex-col gap-4 pb-2">
            <p className="text-ink2">{t("recovery.hint")}</p>
            <div className="flex justify-end gap-2">
              <Button onClick={close}>{common("ui.cancel")}</Button>
              <Button tone="primary" isBusy={isBusy} onClick={() => user && run(() => create(user.id))}>
                {t("recovery.create")}
              </Button>
            </div>
          </div>
        ) : (
          <SecretOnce label={t("recovery.link")} hint={t("recovery.linkHint")} secret={link} onDone={close} />
        )}
      </Dialog>
      {dialog}
    </>
  );
}
