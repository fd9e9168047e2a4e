import { lazyPart } from "../../../ui/lazy-part.tsx";

export interface StatusDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Sets one's status from anywhere, such as the sidebar. Its code comes when it is first opened. */
export const StatusDialog = lazyPart<StatusDialogProps>(() =>
  import("./status-dialog-panel.tsx").then((part) => part.StatusDialogPanel),
);
