import { Dialog } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { MendsFocus } from "./lost-focus.tsx";
import type { PopoverProps } from "./popover.tsx";

export function PopoverPanel({ label, triggerRef, isOpen, onClose, placement, children }: PopoverProps) {
  return (
    <Popover
      triggerRef={triggerRef}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      placement={placement ?? "bottom start"}
      offset={6}
      className="anim-pop overflow-hidden rounded-xl border border-line bg-raised shadow-raised"
    >
      <Dialog aria-label={label} className="outline-none">
        <MendsFocus />
        {children}
      </Dialog>
    </Popover>
  );
}
