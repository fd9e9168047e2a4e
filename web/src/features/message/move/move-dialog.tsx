import { type FormEvent, useState } from "react";
import { useStore } from "zustand";
import { failureOf } from "../../../api/failure.ts";
import { useWorkspace } from "../../../store/client-context.tsx";
import type { Message } from "../../../store/log/message.ts";
import { moveText } from "../../../text/move.ts";
import { t } from "../../../text/text.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import type { MessageRights } from "../message-scope.ts";
import { followersOf, rootsFor } from "./candidates.ts";
import { MessageChoices } from "./message-choices.tsx";

export interface MoveDialogProps {
  /** What is to be moved; absent, the dialog is closed. */
  readonly message: Message | undefined;
  readonly rights: MessageRights;
  readonly onClose: () => void;
}

/** Asks to whose thread a message goes, and what goes with it. */
export function MoveDialog({ message, rights, onClose }: MoveDialogProps) {
  // While the dialog leaves, it still shows what it was opened for.
  const [shown, setShown] = useState(message);
  if (message !== undefined && message !== shown) setShown(message);
  return (
    <Dialog title={moveText("title")} isOpen={message !== undefined} onClose={onClose} isFullOnPhone>
      {shown !== undefined && <MoveForm key={shown.id} message={shown} rights={rights} onClose={onClose} />}
    </Dialog>
  );
}

function MoveForm({ message, rights, onClose }: MoveDialogProps & { readonly message: Message }) {
  const { roots, followers } = useCandidates(message, rights);
  const [rootId, setRootId] = useState(roots[0]?.id);
  const [along, setAlong] = useState<readonly string[]>([]);
  const { isBusy, failure, move } = useMoving(onClose);
  if (rootId === undefined) return <p className="py-6 text-ink2">{moveText("none")}</p>;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy) void move(rootId, [message.id, ...along]);
  };
  const toggle = (id: string) =>
    setAlong(along.includes(id) ? along.filter((it) => it !== id) : [...along, id]);
  return (
    <form onSubmit={submit} className="flex flex-col gap-4 pb-3">
      <MessageChoices
        legend={moveText("to")}
        kind="radio"
        messages={roots}
        chosen={[rootId]}
        onChoose={setRootId}
      />
      {followers.length > 0 && (
        <MessageChoices
          legend={moveText("along")}
          kind="checkbox"
          messages={followers}
          chosen={along}
          onChoose={toggle}
        />
      )}
      {failure !== undefined && (
        <p role="alert" className="text-[13px] text-mention">
          {failure}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button tone="quiet" onClick={onClose}>
          {t("ui.cancel")}
        </Button>
        <Button type="submit" tone="primary" isBusy={isBusy}>
          {moveText("move", { count: along.length + 1 })}
        </Button>
      </div>
    </form>
  );
}

/** As they were when the dialog was opened. */
function useCandidates(message: Message, rights: MessageRights) {
  const { window } = useWorkspace().logs.of(message.channelId);
  const rows = useStore(window.store, (view) => view.rows);
  const [candidates] = useState(() => ({
    roots: rootsFor(message, rows),
    followers: followersOf(message, rows, rights),
  }));
  return candidates;
}

function useMoving(onMoved: () => void) {
  const { api } = useWorkspace();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const move = async (threadRootId: string, messageIds: string[]) => {
    setBusy(true);
    setFailure(undefined);
    try {
      await api.messages.moveToThread({ threadRootId, messageIds });
      onMoved();
    } catch (error) {
      setFailure(failureOf(error).text);
    }
    setBusy(false);
  };
  return { isBusy, failure, move };
}
