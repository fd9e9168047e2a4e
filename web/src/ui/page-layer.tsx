import { Announcer } from "./announcer.tsx";
import { lazyPart } from "./lazy-part.tsx";
import { ToastRegion } from "./toast-region.tsx";

/** Nobody reads a tooltip before there is something to point at. */
const TooltipLayer = lazyPart(() => import("./tooltip-layer.tsx").then((part) => part.TooltipLayer));

/**
 * What every page has once, above all that comes and goes: toasts, tooltips and what is announced. The attribute
 * tells React Aria that it stays in use, and is heard, while a dialog makes the rest of the page inert.
 */
export function PageLayer() {
  return (
    <div data-react-aria-top-layer="true">
      <ToastRegion />
      <TooltipLayer />
      <Announcer />
    </div>
  );
}
