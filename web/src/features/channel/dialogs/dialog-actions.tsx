import type { ReactNode } from "react";
import { t } from "../../../text/text.ts";
import { Button } from "../../../ui/button.tsx";
import { closeDialog } from "./dialogs.ts";

/** The buttons at the end of a dialog, the main one last. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return (
    <div className="mt-auto flex justify-end gap-2 pt-2 pb-2">
      <Button onClick={closeDialog}>{t("ui.cancel")}</Button>
      {children}
    </div>
  );
}
