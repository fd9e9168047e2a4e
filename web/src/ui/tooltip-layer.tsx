import { useCallback, useEffect, useState } from "react";
import { lazyPart } from "./lazy-part.tsx";

const TooltipBubble = lazyPart(() => import("./tooltip-bubble.tsx").then((part) => part.TooltipBubble));

const delay = 450;
/** Having read one tooltip, one reads its neighbour's at once. */
const warmFor = 400;

/** Shows the tooltip of whatever element is pointed at or focused by key. Mount it once. */
export function TooltipLayer() {
  const [target, setTarget] = useState<HTMLElement>();
  const close = useCallback(() => setTarget(undefined), []);
  useEffect(() => listenForTargets(setTarget), []);
  return target === undefined ? null : (
    <TooltipBubble key={target.dataset["tooltip"]} target={target} onClose={close} />
  );
}

function listenForTargets(show: (target: HTMLElement | undefined) => void): () => void {
  const controller = new AbortController();
  const options = { signal: controller.signal, capture: true, passive: true };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown: HTMLElement | undefined;
  let hiddenAt = Number.NEGATIVE_INFINITY;

  const hide = () => {
    clearTimeout(timer);
    if (shown !== undefined) hiddenAt = performance.now();
    shown = undefined;
    show(undefined);
  };
  const showSoon = (target: HTMLElement, wait: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!target.isConnected) return;
      shown = target;
      show(target);
    }, wait);
  };

  document.addEventListener(
    "pointerover",
    (event) => {
      if (event.pointerType !== "mouse" || inBubble(event.target)) return;
      const target = tooltipTarget(event.target);
      if (target === shown && target !== undefined) return;
      const isWarm = shown !== undefined || performance.now() - hiddenAt < warmFor;
      hide();
      if (target !== undefined) showSoon(target, isWarm ? 0 : delay);
    },
    options,
  );
  document.addEventListener(
    "focusin",
    (event) => {
      const target = tooltipTarget(event.target);
      hide();
      if (target?.matches(":focus-visible")) showSoon(target, 0);
    },
    options,
  );
  for (const end of ["focusout", "pointerdown", "keydown", "scroll"])
    document.addEventListener(end, hide, options);
  return () => {
    controller.abort();
    clearTimeout(timer);
  };
}

function tooltipTarget(target: EventTarget | null): HTMLElement | undefined {
  return (target instanceof Element && target.closest<HTMLElement>("[data-tooltip]")) || undefined;
}

/** The pointer may move onto the tooltip without losing it. */
function inBubble(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[role=tooltip]") !== null;
}
