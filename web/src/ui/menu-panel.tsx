import { Check } from "lucide-react";
import { useEffect, useState } from "react";
import { Menu as AriaMenu, MenuItem } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { Separator } from "react-aria-components/Separator";
import { classNames } from "./class-names.ts";
import { Kbd } from "./kbd.tsx";
import type { MenuProps } from "./menu.tsx";
import type { MenuAction } from "./menu-entry.ts";

export function MenuPanel({ label, entries, triggerRef, isOpen, onClose, placement, focus }: MenuProps) {
  const [chosen, setChosen] = useState<MenuAction>();
  // The open menu keeps the keyboard: what is chosen may take it elsewhere only when the menu is closed.
  useEffect(() => {
    if (isOpen || chosen === undefined) return;
    setChosen(undefined);
    chosen.onSelect();
  }, [isOpen, chosen]);
  const hasIcons = entries.some((entry) => entry.kind !== "separator" && entry.icon !== undefined);
  return (
    <Popover
      aria-label={label}
      triggerRef={triggerRef}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      placement={placement ?? "bottom start"}
      offset={4}
      className="anim-pop min-w-48 overflow-auto rounded-lg border border-line bg-raised p-1 shadow-raised"
    >
      <AriaMenu aria-label={label} autoFocus={focus ?? true} onClose={onClose} className="outline-none">
        {entries.map((entry) =>
          entry.kind === "separator" ? (
            <Separator key={entry.id} className="mx-2 my-1 h-px bg-line" />
          ) : (
            <MenuLine key={entry.id} action={entry} hasIcons={hasIcons} onChoose={() => setChosen(entry)} />
          ),
        )}
      </AriaMenu>
    </Popover>
  );
}

interface MenuLineProps {
  readonly action: MenuAction;
  /** Then lines without one leave room for it. */
  readonly hasIcons: boolean;
  readonly onChoose: () => void;
}

function MenuLine({ action, hasIcons, onChoose }: MenuLineProps) {
  return (
    <MenuItem
      id={action.id}
      textValue={action.label}
      isDisabled={action.isDisabled ?? false}
      onAction={onChoose}
      className={classNames(
        "flex min-h-8 cursor-pointer items-center gap-2.5 rounded-md px-2.5 text-sm outline-none coarse:min-h-11",
        "data-disabled:cursor-default data-disabled:opacity-45 data-focused:bg-hover",
        action.tone === "danger" && "text-mention",
      )}
    >
      {hasIcons && (
        <span className="grid w-4 flex-none place-items-center text-current/70">{action.icon}</span>
      )}
      <span className="flex-1">{action.label}</span>
      {action.isChosen === true && <Check size={16} className="text-accent" aria-hidden />}
      {action.shortcut === undefined ? null : <Kbd keys={action.shortcut} />}
    </MenuItem>
  );
}
