import { type ReactNode, useEffect, useMemo } from "react";
import type { Channel } from "../../store/channels/channel.ts";
import type { Message } from "../../store/log/message.ts";
import { lazyPart } from "../../ui/lazy-part.tsx";
import { useWasOpen } from "../../ui/was-open.ts";
import { canEdit, type MessageRights, type MessageScope } from "./message-scope.ts";
import type { MoveDialogProps } from "./move/move-dialog.tsx";
import type { RemoveDialogProps } from "./row/remove-dialog.tsx";
import { useRowActions } from "./use-row-actions.ts";
import type { VersionsDialogProps } from "./versions/versions-dialog.tsx";
import type { MessageEditorProps } from "./write/message-editor.tsx";
import { useMentionDirectory } from "./write/use-mention-directory.ts";

const MessageEditor = lazyPart<MessageEditorProps>(() =>
  import("./write/message-editor.tsx").then((part) => part.MessageEditor),
);

const RemoveDialog = lazyPart<RemoveDialogProps>(() =>
  import("./row/remove-dialog.tsx").then((part) => part.RemoveDialog),
);

const MoveDialog = lazyPart<MoveDialogProps>(() =>
  import("./move/move-dialog.tsx").then((part) => part.MoveDialog),
);

const VersionsDialog = lazyPart<VersionsDialogProps>(() =>
  import("./versions/versions-dialog.tsx").then((part) => part.VersionsDialog),
);

interface DeskOptions {
  readonly channel: Pick<Channel, "id" | "kind">;
  readonly rights: MessageRights;
  readonly openThread?: ((message: Message) => void) | undefined;
  /** Whether from here on can be marked as unread. */
  readonly hasReadPosition: boolean;
  /** The keyboard goes back to where one writes. Keep it the same between renders. */
  readonly onEditEnd: () => void;
}

/** All that one does with the messages of a channel or thread. */
export interface Desk {
  readonly scope: MessageScope;
  /** What stands in the place of a message's text while it is edited. */
  readonly editor: { readonly key: string; readonly content: ReactNode } | undefined;
  readonly dialogs: ReactNode;
  /** Edits the reader's latest message among these. */
  readonly editLast: (messages: readonly Message[]) => void;
}

export function useDesk({ channel, rights, onEditEnd, ...options }: DeskOptions): Desk {
  const directory = useMentionDirectory();
  const { actions, editing, removing, moving, versions } = useRowActions({
    channelId: channel.id,
    directory,
    ...options,
  });
  const scope = useMemo(() => ({ rights, actions }), [rights, actions]);
  const wasMoveOpen = useWasOpen(moving.message !== undefined);
  const wereVersionsOpen = useWasOpen(versions.message !== undefined);
  const { message } = editing;
  useEffect(() => (message === undefined ? undefined : onEditEnd), [message, onEditEnd]);
  return {
    scope,
    editor: message && {
      key: message.key,
      content: (
        <MessageEditor message={message} channel={channel} onSave={editing.save} onEnd={editing.end} />
      ),
    },
    dialogs: (
      <>
        <RemoveDialog message={removing.message} onClose={removing.end} onConfirm={removing.confirm} />
        {wasMoveOpen && <MoveDialog message={moving.message} rights={rights} onClose={moving.end} />}
        {wereVersionsOpen && <VersionsDialog message={versions.message} onClose={versions.end} />}
      </>
    ),
    editLast: (messages) => {
      const last = messages.findLast((own) => canEdit(own, rights));
      if (last !== undefined) actions.edit(last);
    },
  };
}
