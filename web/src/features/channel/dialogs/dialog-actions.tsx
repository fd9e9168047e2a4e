import type { ReactNode } from "react";
import { t } from "../../../text/text.ts";
import { Button } from "../../../ui/button.tsx";
import { closeDialog } from "./dialogs.ts";

interface DialogActionsProps {
  readonly children: ReactNode;
  /** Where one goes without doing it; absent, the dialog closes. */
  readonly onCancel?: () => void;
}

/** The buttons at the end of a dialog, the main one last. */
export function DialogActions({ children, onCancel = closeDialog }: DialogActionsProps) {
  return (
    <div className="mt-auto flex justify-end gap-2 pt-2 pb-2">
      <Button onClick={onCancel}>{t("ui.cancel")}</Button>
      {children}
    </div>
  );
}
