import { useBlocker } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { QueryProvider } from "../../../api/query.tsx";
import { useClient } from "../../../store/client-context.tsx";
import { bookmarkText } from "../../../text/bookmark.ts";
import { dialogText as t } from "../../../text/en-dialogs.ts";
import { t as common } from "../../../text/text.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { closeDialog, type WindowDialog } from "./dialogs.ts";
import { useKnownChannel } from "./use-known-channel.ts";

interface DialogWindowProps {
  readonly dialog: WindowDialog;
  readonly isOpen: boolean;
  readonly children: ReactNode;
}

const sizes = {
  bookmark: "small",
  "create-channel": "small",
  "browse-channels": "medium",
  "new-direct": "medium",
  members: "medium",
  "channel-details": "medium",
  shortcuts: "large",
} as const satisfies Readonly<Record<WindowDialog["kind"], string>>;

/** One window for all: where a dialog leads to the next, it stays, and so does the way back for the focus. */
export function DialogWindow({ dialog, ...rest }: DialogWindowProps) {
  const { transport } = useClient();
  useBackToClose(rest.isOpen);
  const frame = { ...rest, size: sizes[dialog.kind], isFullOnPhone: true, onClose: closeDialog };
  return (
    <QueryProvider transport={transport}>
      {"channelId" in dialog ? (
        <ChannelWindow dialog={dialog} frame={frame} />
      ) : (
        <Dialog {...frame} title={t(`${dialog.kind}.title`)} />
      )}
    </QueryProvider>
  );
}

/** On a phone the dialog is all that is on screen: one step back closes it and leads nowhere else. */
function useBackToClose(isOpen: boolean): void {
  useBlocker({
    disabled: !isOpen,
    enableBeforeUnload: false,
    shouldBlockFn: ({ action }) => {
      if (action !== "BACK") return false;
      closeDialog();
      return true;
    },
  });
}

interface ChannelWindowProps {
  readonly dialog: Extract<WindowDialog, { readonly channelId: string }>;
  readonly frame: Omit<Parameters<typeof Dialog>[0], "title">;
}

function ChannelWindow({ dialog: { kind, channelId }, frame }: ChannelWindowProps) {
  const place = useKnownChannel(channelId)?.place ?? common("message.unknownChannel");
  return <Dialog {...frame} title={titleOf(kind, place)} />;
}

function titleOf(kind: ChannelWindowProps["dialog"]["kind"], place: string): string {
  switch (kind) {
    case "bookmark":
      return bookmarkText("in", { place });
    case "members":
      return t("members.title", { place });
    case "channel-details":
      return place;
  }
}
