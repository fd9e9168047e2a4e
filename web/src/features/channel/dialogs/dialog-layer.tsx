import type { ComponentType } from "react";
import { lazyPart } from "../../../ui/lazy-part.tsx";
import { closeDialog, useDialogs, type WindowDialog } from "./dialogs.ts";

const DialogWindow = lazyPart(() => import("./dialog-window.tsx").then((part) => part.DialogWindow));
const BookmarkForm = lazyPart<Parameters<typeof import("../bookmarks/bookmark-form.tsx").BookmarkForm>[0]>(
  () => import("../bookmarks/bookmark-form.tsx").then((part) => part.BookmarkForm),
);
const BrowseChannels = lazyPart(() =>
  import("./browse/browse-channels.tsx").then((part) => part.BrowseChannels),
);
const ChannelDetails = lazyPart(() =>
  import("./details/channel-details.tsx").then((part) => part.ChannelDetails),
);
const CreateChannel = lazyPart(() => import("./create-channel.tsx").then((part) => part.CreateChannel));
const Members = lazyPart(() => import("./members/members.tsx").then((part) => part.Members));
const NewDirect = lazyPart(() => import("./direct/new-direct.tsx").then((part) => part.NewDirect));
const Shortcuts = lazyPart(() => import("./shortcuts/shortcuts.tsx").then((part) => part.Shortcuts));

interface DialogLayerProps {
  /** Makes invitation links; that is another feature's business, and its dialog a window of its own. */
  readonly InviteDialog: ComponentType<{ readonly isOpen: boolean; readonly onClose: () => void }>;
}

/** Shows what `openDialog` asks for. Mount it once, where somebody is signed in. */
export function DialogLayer({ InviteDialog }: DialogLayerProps) {
  const { dialog, isOpen, opening } = useDialogs();
  if (dialog === undefined) return null;
  if (dialog.kind === "invite") return <InviteDialog isOpen={isOpen} onClose={closeDialog} />;
  return (
    <DialogWindow dialog={dialog} isOpen={isOpen}>
      <DialogContent key={opening} dialog={dialog} />
    </DialogWindow>
  );
}

function DialogContent({ dialog }: { readonly dialog: WindowDialog }) {
  switch (dialog.kind) {
    case "bookmark":
      return <BookmarkForm channelId={dialog.channelId} bookmark={dialog.bookmark} />;
    case "browse-channels":
      return <BrowseChannels />;
    case "channel-details":
      return <ChannelDetails channelId={dialog.channelId} />;
    case "create-channel":
      return <CreateChannel />;
    case "members":
      return <Members channelId={dialog.channelId} />;
    case "new-direct":
      return <NewDirect />;
    case "shortcuts":
      return <Shortcuts />;
  }
}
