import { useState } from "react";
import { Group } from "../../../settings/section.tsx";
import { keepingText as t } from "../../../text/keeping.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { DeleteAccountForm } from "./delete-account-form.tsx";

/** The way out, for good. */
export function DeleteAccountGroup() {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <Group title={t("leave.title")} description={t("leave.description")}>
      <Button className="self-start text-mention" onClick={() => setOpen(true)}>
        {t("leave.open")}
      </Button>
      <Dialog title={t("leave.confirmTitle")} isOpen={isOpen} onClose={close}>
        <DeleteAccountForm onCancel={close} />
      </Dialog>
    </Group>
  );
}
