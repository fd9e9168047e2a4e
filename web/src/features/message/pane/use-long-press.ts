import { type PointerEvent, useEffect, useRef } from "react";

const longPress = 450;
/** A finger that moves this far scrolls; it does not press. */
const slack = 10;

interface Press {
  readonly timer: ReturnType<typeof setTimeout>;
  readonly x: number;
  readonly y: number;
}

/** Calls back with the element that a finger rests on. */
export function useLongPress(onLongPress: (target: Element) => void) {
  const press = useRef<Press>(undefined);
  const end = () => {
    clearTimeout(press.current?.timer);
    press.current = undefined;
  };
  useEffect(() => end, []);
  return {
    onPointerDown: ({ pointerType, target, clientX: x, clientY: y }: PointerEvent) => {
      end();
      if (pointerType !== "touch" || !(target instanceof Element)) return;
      press.current = { x, y, timer: setTimeout(() => onLongPress(target), longPress) };
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      const from = press.current;
      if (from !== undefined && Math.hypot(clientX - from.x, clientY - from.y) > slack) end();
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}
