import { type ReactNode, useState } from "react";
import { failureOf } from "../api/failure.ts";
import { FormProblem } from "../forms/form.tsx";
import { t } from "../text/text.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";

interface ConfirmDialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** What will be, in words. */
  readonly children: ReactNode;
  /** What is done, on the button that does it. */
  readonly action: string;
  readonly onConfirm: () => Promise<unknown>;
}

/** Asks before something is done that cannot be undone. It stays with the reason when it could not be done. */
export function ConfirmDialog({ title, isOpen, onClose, children, action, onConfirm }: ConfirmDialogProps) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const close = () => {
    setProblem(undefined);
    onClose();
  };
  const confirm = async () => {
    setBusy(true);
    try {
      await onConfirm();
      close();
    } catch (error) {
      setProblem(failureOf(error).text);
    } finally {
      setBusy(false);
    }
  };
  const footer = (
    <>
      <Button onClick={close}>{t("ui.cancel")}</Button>
      <Button tone="danger" isBusy={isBusy} onClick={() => void confirm()}>
        {action}
      </Button>
    </>
  );
  return (
    <Dialog title={title} isOpen={isOpen} onClose={close} size="small" footer={footer}>
      <div className="flex flex-col gap-3 text-ink2">
        {children}
        <FormProblem text={problem} />
      </div>
    </Dialog>
  );
}
