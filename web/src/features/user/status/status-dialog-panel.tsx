import { useMe, useUser } from "../../../store/hooks.ts";
import { settingsText as t } from "../../../text/settings.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import type { StatusDialogProps } from "./status-dialog.tsx";
import { StatusForm } from "./status-form.tsx";

export function StatusDialogPanel({ isOpen, onClose }: StatusDialogProps) {
  const user = useUser(useMe());
  return (
    <Dialog title={t("status.title")} isOpen={isOpen} onClose={onClose} size="small">
      <div className="pb-3">
        <StatusForm autoFocus status={user?.status} onDone={onClose} />
      </div>
    </Dialog>
  );
}
