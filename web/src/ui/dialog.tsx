import type { ReactNode } from "react";
import { lazyPart } from "./lazy-part.tsx";
import { useWasOpen } from "./was-open.ts";

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the end, the main one last. */
  readonly footer?: ReactNode;
  readonly size?: "small" | "medium" | "large";
  /** The title is then only for screen readers, as in the switcher. */
  readonly isTitleHidden?: boolean;
  /** On a phone it takes the whole screen instead of as much as it needs. */
  readonly isFullOnPhone?: boolean;
}

const DialogPanel = lazyPart<DialogProps>(() =>
  import("./dialog-panel.tsx").then((part) => part.DialogPanel),
);

/** A modal window; on a phone it rises from the bottom. Escape and a press outside close it. */
export function Dialog(props: DialogProps) {
  return useWasOpen(props.isOpen) ? <DialogPanel {...props} /> : null;
}
