import { useMessageText } from "../../../markdown/context.ts";
import type { Message } from "../../../store/log/message.ts";
import { toolText } from "../../../text/message-tools.ts";
import { ConfirmActions } from "../../../ui/confirm-actions.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { plainMessage } from "../plain-message.ts";

export interface RemoveDialogProps {
  /** What is to be deleted; absent, the dialog is closed. */
  readonly message: Message | undefined;
  readonly onClose: () => void;
  readonly onConfirm: (message: Message) => void;
}

/** Asks before a message is deleted, because that cannot be undone. */
export function RemoveDialog({ message, onClose, onConfirm }: RemoveDialogProps) {
  const { person, channel } = useMessageText();
  const names = { person: (id: string) => person(id)?.name, channel: (id: string) => channel(id)?.name };
  const confirm = () => {
    if (message !== undefined) onConfirm(message);
    onClose();
  };
  return (
    <Dialog
      title={toolText("removeTitle")}
      isOpen={message !== undefined}
      onClose={onClose}
      size="small"
      footer={<ConfirmActions action={toolText("removeConfirm")} onCancel={onClose} onConfirm={confirm} />}
    >
      <p className="text-ink2">{toolText("removeText")}</p>
      {message !== undefined && (
        <p className="mt-3 line-clamp-3 rounded-lg border border-line bg-panel px-3 py-2">
          {plainMessage(message, names)}
        </p>
      )}
    </Dialog>
  );
}
