import { useMemo, useState } from "react";
import type { Failure } from "../../api/failure.ts";
import { decodeMentions, type MentionDirectory } from "../../composer/mentions.ts";
import { rememberEmoji } from "../../emoji/habits.ts";
import { useClient, useWorkspace } from "../../store/client-context.tsx";
import type { Message } from "../../store/log/message.ts";
import { pathOf } from "../../store/log/message-path.ts";
import { useMessageActions } from "../../store/message-hooks.ts";
import { t } from "../../text/text.ts";
import { showToast } from "../../ui/toast-store.ts";
import { openForward } from "./forward/forwarding.ts";
import type { RowActions } from "./message-scope.ts";
import type { remind as Remind } from "./remind.ts";

interface RowActionOptions {
  readonly channelId: string;
  readonly directory: MentionDirectory;
  readonly openThread?: ((message: Message) => void) | undefined;
  /** Whether from here on can be marked as unread. */
  readonly hasReadPosition: boolean;
}

/** What can be done with the messages of a list, and what of it is under way there. */
export function useRowActions({ channelId, directory, openThread, hasReadPosition }: RowActionOptions) {
  const workspace = useWorkspace();
  const { transport } = useClient();
  const does = useMessageActions(channelId, showFailure);
  const [editing, setEditing] = useState<Message>();
  const [removing, setRemoving] = useState<Message>();
  const [moving, setMoving] = useState<Message>();
  const [shown, setShown] = useState<Message>();
  const actions = useMemo(
    (): RowActions => ({
      openThread,
      toggleReaction: (message, emoji) => {
        rememberEmoji(emoji);
        does.toggleReaction(message, emoji);
      },
      edit: setEditing,
      remove: setRemoving,
      showVersions: setShown,
      forward: openForward,
      moveToThread: openThread && setMoving,
      togglePin: does.togglePin,
      remind: ({ id }, at) => void remindLater({ workspace, transport }, id, at),
      copyLink: (message) => void copy(window.location.origin + pathOf(message), t("message.linkCopied")),
      copyText: ({ text }) => void copy(decodeMentions(text, directory), t("message.textCopied")),
      markUnread: hasReadPosition ? does.markUnread : undefined,
      retry: does.retry,
      discard: does.discard,
    }),
    [directory, does, workspace, transport, openThread, hasReadPosition],
  );
  return {
    actions,
    editing: {
      message: editing,
      save: (message: Message, text: string) => does.edit(message, text),
      end: () => setEditing(undefined),
    },
    removing: {
      message: removing,
      confirm: (message: Message) => does.remove(message),
      end: () => setRemoving(undefined),
    },
    moving: { message: moving, end: () => setMoving(undefined) },
    versions: { message: shown, end: () => setShown(undefined) },
  };
}

/** Fetched when somebody wants it: few do. */
async function remindLater(...wish: Parameters<typeof Remind>): Promise<void> {
  const { remind } = await import("./remind.ts");
  await remind(...wish);
}

function showFailure({ text }: Failure): void {
  showToast({ text, tone: "danger" });
}

async function copy(text: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    showToast({ text: said });
  } catch {
    // Refused by the person, or an address without TLS, where browsers offer no clipboard.
    showToast({ text: t("ui.copyFailed"), tone: "danger" });
  }
}
