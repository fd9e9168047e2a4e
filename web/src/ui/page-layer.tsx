import { Announcer } from "./announcer.tsx";
import { ToastRegion } from "./toast-region.tsx";
import { TooltipLayer } from "./tooltip-layer.tsx";

/** What every page has once, above all that comes and goes: toasts, tooltips and what is announced. */
export function PageLayer() {
  return (
    <>
      <ToastRegion />
      <TooltipLayer />
      <Announcer />
    </>
  );
}
