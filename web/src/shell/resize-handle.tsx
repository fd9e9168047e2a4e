import type { KeyboardEvent, PointerEvent } from "react";
import { classNames } from "../ui/class-names.ts";
import type { PaneWidth } from "./pane-width.ts";

export interface ResizeHandleProps {
  readonly label: string;
  /** On which side of its pane the handle is. */
  readonly edge: "start" | "end";
  readonly pane: PaneWidth;
}

const keyStep = 16;

/** Drag it, or use the arrow keys; a double click goes back to the usual width. */
export function ResizeHandle({ label, edge, pane }: ResizeHandleProps) {
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault();
    const handle = event.currentTarget;
    const from = event.clientX;
    const grow = outward(handle, edge);
    handle.setPointerCapture(event.pointerId);
    handle.onpointermove = (move) => pane.resize(pane.width + (move.clientX - from) * grow);
    handle.onlostpointercapture = () => {
      handle.onpointermove = null;
    };
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowLeft: -keyStep, ArrowRight: keyStep }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    pane.resize(pane.width + step * outward(event.currentTarget, edge));
  };
  return (
    <div
      role="separator"
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={pane.width}
      aria-valuemin={pane.least}
      aria-valuemax={pane.most}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
      onDoubleClick={pane.reset}
      className={classNames(
        "absolute inset-y-0 z-2 w-1.5 cursor-col-resize touch-none transition-colors hover:bg-accent/40 focus-visible:bg-accent/60 active:bg-accent/60",
        edge === "end" ? "-end-1" : "-start-1",
      )}
    />
  );
}

/** 1 when moving right makes the pane wider, -1 when moving left does. */
function outward(handle: HTMLElement, edge: "start" | "end"): 1 | -1 {
  const isRtl = getComputedStyle(handle).direction === "rtl";
  return (edge === "end") === isRtl ? -1 : 1;
}
