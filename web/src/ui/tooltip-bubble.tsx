import { type ContextType, useMemo } from "react";
import { Tooltip, TooltipTriggerStateContext } from "react-aria-components/Tooltip";
import { Kbd } from "./kbd.tsx";

type TriggerState = NonNullable<ContextType<typeof TooltipTriggerStateContext>>;

interface TooltipBubbleProps {
  readonly target: HTMLElement;
  readonly onClose: () => void;
}

/** React Aria places it; when it opens and closes is `TooltipLayer`'s business. */
export function TooltipBubble({ target, onClose }: TooltipBubbleProps) {
  const { tooltip, tooltipKeys } = target.dataset;
  const state = useMemo(
    (): TriggerState => ({ isOpen: true, shouldSkipAnimation: false, open: () => undefined, close: onClose }),
    [onClose],
  );
  return (
    <TooltipTriggerStateContext value={state}>
      <Tooltip
        triggerRef={{ current: target }}
        offset={6}
        className="anim-appear pointer-events-none flex max-w-72 items-center gap-2 rounded-md bg-ink px-2 py-1 text-[12.5px] font-medium text-bg shadow-raised"
      >
        {tooltip}
        {tooltipKeys === undefined ? null : <Kbd keys={tooltipKeys} />}
      </Tooltip>
    </TooltipTriggerStateContext>
  );
}
