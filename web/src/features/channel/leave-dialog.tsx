import { useState } from "react";
import { useWorkspace } from "../../store/client-context.tsx";
import { channelMenuText } from "../../text/channel-menu.ts";
import { ConfirmActions } from "../../ui/confirm-actions.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import type { ChannelEntry } from "./channel-entry.ts";
import { told } from "./told.ts";

export interface LeaveDialogProps {
  /** What is to be left; absent, the dialog is closed. */
  readonly entry: Pick<ChannelEntry, "id" | "kind" | "title"> | undefined;
  readonly onClose: () => void;
  readonly onLeft: (channelId: string) => void;
}

/** Asks before somebody leaves a channel: into a private one there is no way back of one's own. */
export function LeaveDialog({ entry, onClose, onLeft }: LeaveDialogProps) {
  const { api, channels } = useWorkspace();
  const [shown, setShown] = useState(entry);
  const [isBusy, setBusy] = useState(false);
  if (entry !== undefined && entry !== shown) setShown(entry);
  if (shown === undefined) return null;
  const leave = async () => {
    setBusy(true);
    const hasLeft = await told(api.channels.leaveChannel({ channelId: shown.id }));
    setBusy(false);
    onClose();
    if (!hasLeft) return;
    // The news of it comes later, and until then the way home would lead back here.
    channels.removed(shown.id);
    onLeft(shown.id);
  };
  return (
    <Dialog
      title={channelMenuText("leaveTitle", { place: `#${shown.title}` })}
      isOpen={entry !== undefined}
      onClose={onClose}
      size="small"
      footer={
        <ConfirmActions
          action={channelMenuText("leaveConfirm")}
          isBusy={isBusy}
          onCancel={onClose}
          onConfirm={() => void leave()}
        />
      }
    >
      <p className="text-ink2">
        {channelMenuText(shown.kind === "private" ? "leaveTextPrivate" : "leaveText")}
      </p>
    </Dialog>
  );
}
