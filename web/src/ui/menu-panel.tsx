import { Check, ChevronRight } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { Menu as AriaMenu, MenuItem, SubmenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { Separator } from "react-aria-components/Separator";
import { classNames } from "./class-names.ts";
import { Kbd } from "./kbd.tsx";
import type { MenuProps } from "./menu.tsx";
import type { MenuAction, MenuEntry } from "./menu-entry.ts";

export function MenuPanel({ label, entries, triggerRef, isOpen, onClose, placement, focus }: MenuProps) {
  const [chosen, setChosen] = useState<MenuAction>();
  // The open menu keeps the keyboard: what is chosen may take it elsewhere only when the menu is closed.
  useEffect(() => {
    if (isOpen || chosen === undefined) return;
    setChosen(undefined);
    chosen.onSelect();
  }, [isOpen, chosen]);
  return (
    <Popover
      aria-label={label}
      triggerRef={triggerRef}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      placement={placement ?? "bottom start"}
      offset={4}
      className={popoverLook}
    >
      <AriaMenu aria-label={label} autoFocus={focus ?? true} onClose={onClose} className="outline-none">
        {linesOf(entries, setChosen)}
      </AriaMenu>
    </Popover>
  );
}

const popoverLook =
  "anim-pop min-w-48 overflow-auto rounded-lg border border-line bg-raised p-1 shadow-raised";

function linesOf(entries: readonly MenuEntry[], choose: (action: MenuAction) => void): ReactNode {
  const hasIcons = entries.some((entry) => entry.kind !== "separator" && entry.icon !== undefined);
  return entries.map((entry) => {
    const { id } = entry;
    if (entry.kind === "separator") return <Separator key={id} className="mx-2 my-1 h-px bg-line" />;
    if (entry.kind !== "branch") {
      return <MenuLine key={id} action={entry} hasIcons={hasIcons} onChoose={() => choose(entry)} />;
    }
    return (
      <SubmenuTrigger key={id}>
        <MenuItem id={id} textValue={entry.label} className={lineLook}>
          <LineFace {...entry} hasIcons={hasIcons} />
          <ChevronRight size={15} className="text-ink3 rtl:rotate-180" aria-hidden />
        </MenuItem>
        <Popover aria-label={entry.label} offset={2} className={popoverLook}>
          <AriaMenu aria-label={entry.label} className="outline-none">
            {linesOf(entry.entries, choose)}
          </AriaMenu>
        </Popover>
      </SubmenuTrigger>
    );
  });
}

const lineLook =
  "flex min-h-8 cursor-pointer items-center gap-2.5 rounded-md px-2.5 text-sm outline-none coarse:min-h-11 data-disabled:cursor-default data-disabled:opacity-45 data-focused:bg-hover";

interface LineFaceProps {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly hasIcons: boolean;
}

function LineFace({ label, icon, hasIcons }: LineFaceProps) {
  return (
    <>
      {hasIcons && <span className="grid w-4 flex-none place-items-center text-current/70">{icon}</span>}
      <span className="flex-1">{label}</span>
    </>
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
      className={classNames(lineLook, action.tone === "danger" && "text-mention")}
    >
      <LineFace {...action} hasIcons={hasIcons} />
      {action.isChosen === true && <Check size={16} className="text-accent" aria-hidden />}
      {action.shortcut === undefined ? null : <Kbd keys={action.shortcut} />}
    </MenuItem>
  );
}
