import { t } from "../text/text.ts";
import { Button } from "./button.tsx";

interface ConfirmActionsProps {
  /** What is done, on the button that does it. */
  readonly action: string;
  readonly isBusy?: boolean;
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
}

/** The buttons of a dialog that asks before something is done for good. Enter agrees, Escape does not. */
export function ConfirmActions({ action, isBusy = false, onCancel, onConfirm }: ConfirmActionsProps) {
  return (
    <>
      <Button tone="quiet" onClick={onCancel}>
        {t("ui.cancel")}
      </Button>
      <Button tone="danger" autoFocus isBusy={isBusy} onClick={onConfirm}>
        {action}
      </Button>
    </>
  );
}
