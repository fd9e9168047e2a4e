import { lazyPart } from "../../../ui/lazy-part.tsx";
import { type ChannelDialog, useDialogs } from "./dialogs.ts";

const DialogWindow = lazyPart(() => import("./dialog-window.tsx").then((part) => part.DialogWindow));
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

/** Shows what `openDialog` asks for. Mount it once, where somebody is signed in. */
export function DialogLayer() {
  const { dialog, isOpen, opening } = useDialogs();
  if (dialog === undefined) return null;
  return (
    <DialogWindow dialog={dialog} isOpen={isOpen}>
      <DialogContent key={opening} dialog={dialog} />
    </DialogWindow>
  );
}

function DialogContent({ dialog }: { readonly dialog: ChannelDialog }) {
  switch (dialog.kind) {
    case "create-channel":
      return <CreateChannel />;
    case "browse-channels":
      return <BrowseChannels />;
    case "new-direct":
      return <NewDirect />;
    case "members":
      return <Members channelId={dialog.channelId} />;
    case "channel-details":
      return <ChannelDetails channelId={dialog.channelId} />;
    case "shortcuts":
      return <Shortcuts />;
    default:
      return null;
  }
}
