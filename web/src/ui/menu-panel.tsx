import { Check, ChevronRight } from "lucide-react";
import { type ReactNode, useEffect, useReducer, useState } from "react";
import { Menu as AriaMenu, MenuItem, SubmenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { Separator } from "react-aria-components/Separator";
import { classNames } from "./class-names.ts";
import { Kbd } from "./kbd.tsx";
import type { LazyEntries } from "./lazy-menu.ts";
import { tellFailure } from "./lazy-part.tsx";
import { MendsFocus } from "./lost-focus.tsx";
import { onePane, useMediaQuery } from "./media-query.ts";
import type { MenuProps } from "./menu.tsx";
import type { MenuAction, MenuBranch, MenuEntry } from "./menu-entry.ts";

export function MenuPanel({ entries, ...props }: MenuProps) {
  const lines = useEntries(entries());
  return lines && <ReadyMenu {...props} entries={lines} />;
}

/** Nothing while their code is on its way; when it is here they are asked for again. */
function useEntries(entries: LazyEntries): readonly MenuEntry[] | undefined {
  const [, lookAgain] = useReducer((looks: number) => looks + 1, 0);
  const coming = entries instanceof Promise ? entries : undefined;
  useEffect(() => {
    coming?.then(lookAgain, tellFailure);
  }, [coming]);
  return entries instanceof Promise ? undefined : entries;
}

interface ReadyMenuProps extends Omit<MenuProps, "entries"> {
  readonly entries: readonly MenuEntry[];
}

function ReadyMenu({ label, entries, triggerRef, isOpen, onClose, placement, focus }: ReadyMenuProps) {
  const [chosen, setChosen] = useState<MenuAction>();
  // The open menu keeps the keyboard: what is chosen may take it elsewhere only when the menu is closed.
  useEffect(() => {
    if (isOpen || chosen === undefined) return;
    setChosen(undefined);
    chosen.onSelect();
  }, [isOpen, chosen]);
  const choose = (action: MenuAction) => {
    setChosen(action);
    // A menu beside this one closes by itself alone.
    onClose();
  };
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
      <MendsFocus />
      <AriaMenu aria-label={label} autoFocus={focus ?? true} onClose={onClose} className="outline-none">
        {linesOf(entries, choose)}
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
      <Branch key={id} branch={entry} hasIcons={hasIcons}>
        {linesOf(entry.entries, choose)}
      </Branch>
    );
  });
}

interface BranchProps {
  readonly branch: MenuBranch;
  readonly hasIcons: boolean;
  /** The lines of its own menu. */
  readonly children: ReactNode;
}

/** Beside a phone's menu there is no room for another one: it opens over it. */
function Branch({ branch: { id, label, icon }, hasIcons, children }: BranchProps) {
  const isPhone = useMediaQuery(onePane);
  return (
    <SubmenuTrigger>
      <MenuItem id={id} textValue={label} className={lineLook}>
        <LineFace label={label} icon={icon} hasIcons={hasIcons} />
        <ChevronRight size={15} className="text-ink3 rtl:rotate-180" aria-hidden />
      </MenuItem>
      <Popover
        aria-label={label}
        offset={2}
        {...(isPhone && { placement: "bottom start" })}
        className={popoverLook}
      >
        <AriaMenu aria-label={label} className="outline-none">
          {children}
        </AriaMenu>
      </Popover>
    </SubmenuTrigger>
  );
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
