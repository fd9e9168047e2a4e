import { lazyPart } from "../../../ui/lazy-part.tsx";

export interface InviteDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Makes an invitation link from anywhere, such as the sidebar. Its code comes when it is first opened. */
export const InviteDialog = lazyPart<InviteDialogProps>(() =>
  import("./invite-dialog-panel.tsx").then((part) => part.InviteDialogPanel),
);
