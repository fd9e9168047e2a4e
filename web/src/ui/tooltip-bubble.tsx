import { Tooltip } from "react-aria-components/Tooltip";
import { Kbd } from "./kbd.tsx";

export function TooltipBubble({ target }: { readonly target: HTMLElement }) {
  const { tooltip, tooltipKeys } = target.dataset;
  return (
    <Tooltip
      isOpen
      triggerRef={{ current: target }}
      offset={6}
      className="anim-appear flex max-w-72 items-center gap-2 rounded-md bg-ink px-2 py-1 text-[12.5px] font-medium text-bg shadow-raised [&_kbd]:border-ink2 [&_kbd]:text-line"
    >
      {tooltip}
      {tooltipKeys === undefined ? null : <Kbd keys={tooltipKeys} />}
    </Tooltip>
  );
}
