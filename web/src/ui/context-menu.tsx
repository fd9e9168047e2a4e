import { type MouseEvent, type PointerEvent, useRef, useState } from "react";
import { Menu, type MenuProps } from "./menu.tsx";
import { useWasOpen } from "./was-open.ts";

interface Point {
  readonly x: number;
  readonly y: number;
}

const longPress = 500;
/** A finger that moves this far scrolls; it does not press. */
const slack = 10;

/** Opens a menu where somebody clicks with the second button, presses the menu key, or presses long. */
export function useContextMenu() {
  const [point, setPoint] = useState<Point>();
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; at: Point }>(undefined);
  const endPress = () => {
    clearTimeout(press.current?.timer);
    press.current = undefined;
  };
  const triggers = {
    onContextMenu: (event: MouseEvent) => {
      event.preventDefault();
      endPress();
      setPoint({ x: event.clientX, y: event.clientY });
    },
    // iOS sends no contextmenu event.
    onPointerDown: (event: PointerEvent) => {
      if (event.pointerType !== "touch") return;
      const at = { x: event.clientX, y: event.clientY };
      endPress();
      press.current = { at, timer: setTimeout(() => setPoint(at), longPress) };
    },
    onPointerMove: (event: PointerEvent) => {
      const at = press.current?.at;
      if (at && Math.hypot(event.clientX - at.x, event.clientY - at.y) > slack) endPress();
    },
    onPointerUp: endPress,
    onPointerCancel: endPress,
  };
  return { triggers, point, close: () => setPoint(undefined) };
}

interface ContextMenuProps {
  readonly label: string;
  readonly point: Point | undefined;
  readonly onClose: () => void;
  readonly entries: MenuProps["entries"];
}

/** The menu that belongs to `useContextMenu`. */
export function ContextMenu({ label, point, onClose, entries }: ContextMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  const isOpen = point !== undefined;
  const isMounted = useWasOpen(isOpen);
  return (
    <>
      <span
        ref={anchor}
        aria-hidden
        className="pointer-events-none fixed size-0"
        style={{ left: point?.x, top: point?.y }}
      />
      {isMounted && (
        <Menu label={label} entries={entries} triggerRef={anchor} isOpen={isOpen} onClose={onClose} />
      )}
    </>
  );
}
