import type { ReactNode, RefObject } from "react";
import { lazyPart } from "./lazy-part.tsx";
import { useWasOpen } from "./was-open.ts";

export interface PopoverProps {
  /** Names the popover to screen readers. */
  readonly label: string;
  readonly triggerRef: RefObject<Element | null>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly placement?:
    | "top"
    | "bottom"
    | "top start"
    | "top end"
    | "bottom start"
    | "bottom end"
    | "end"
    | "start";
  readonly children: ReactNode;
}

const PopoverPanel = lazyPart(() => import("./popover-panel.tsx").then((part) => part.PopoverPanel));

/** A small panel beside what opened it. Focus goes in, Escape and a press outside close it, focus goes back. */
export function Popover(props: PopoverProps) {
  return useWasOpen(props.isOpen) ? <PopoverPanel {...props} /> : null;
}
