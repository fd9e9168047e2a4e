import { Pencil, Plus, Search } from "lucide-react";
import type { ReactNode } from "react";
import type { SectionId } from "../../../store/preferences.ts";
import { t } from "../../../text/text.ts";
import { initialsOf } from "../../../ui/avatar-look.ts";
import { appKeys } from "../../../ui/hotkey-table.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Kbd } from "../../../ui/kbd.tsx";
import { MenuButton } from "../../../ui/menu-button.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import type { ChannelActions } from "./channel-actions.ts";
import { SectionList } from "./section-list.tsx";
import type { Section } from "./sections.ts";

/** What the sidebar leads to beside channels. */
export interface SidebarWays {
  readonly openSwitcher: () => void;
  readonly newDirect: () => void;
  /** Absent for guests, who can neither browse nor create. */
  readonly browse?: (() => void) | undefined;
  readonly create?: (() => void) | undefined;
}

interface SidebarProps {
  readonly orgName: string;
  /** Absent while nothing is known yet. */
  readonly sections: readonly Section[] | undefined;
  readonly currentId: string | undefined;
  readonly ways: SidebarWays;
  readonly actions: ChannelActions;
  readonly onCollapse: (id: SectionId, isCollapsed: boolean) => void;
  /** What belongs to the person alone, above the channels. */
  readonly own: ReactNode;
  /** The person's own name and menu. */
  readonly footer: ReactNode;
}

export function Sidebar({ orgName, sections, ways, own, footer, ...list }: SidebarProps) {
  return (
    <>
      <div className="px-2 pt-[max(0.75rem,env(safe-area-inset-top))]">
        <OrgHeader orgName={orgName} onNewDirect={ways.newDirect} />
        <JumpButton onPress={ways.openSwitcher} />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-3">
        {own}
        {sections === undefined ? (
          <LoadingSections />
        ) : (
          <Sections sections={sections} ways={ways} {...list} />
        )}
      </div>
      {footer}
    </>
  );
}

function OrgHeader({ orgName, onNewDirect }: { readonly orgName: string; readonly onNewDirect: () => void }) {
  return (
    <div className="flex items-center gap-2 px-2 pt-1.5 pb-3 font-[650]">
      <b
        aria-hidden
        className="grid size-7 flex-none place-items-center rounded-lg bg-accent text-sm text-accent-ink"
      >
        {initialsOf(orgName).charAt(0)}
      </b>
      <span className="min-w-0 flex-1 truncate">{orgName}</span>
      <IconButton label={t("sidebar.newDirect")} icon={<Pencil size={17} />} onClick={onNewDirect} />
    </div>
  );
}

function JumpButton({ onPress }: { readonly onPress: () => void }) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="flex min-h-9 w-full items-center gap-2 rounded-lg border border-line bg-raised px-2.5 text-ink3 transition hover:border-ink3 coarse:min-h-11"
    >
      <Search size={15} aria-hidden />
      {t("sidebar.jump")}
      <span className="ms-auto flex coarse:hidden">
        <Kbd keys={appKeys.switcher[0]} />
      </span>
    </button>
  );
}

interface SectionsProps extends Pick<SidebarProps, "currentId" | "ways" | "actions" | "onCollapse"> {
  readonly sections: readonly Section[];
}

function Sections({ sections, currentId, ways, actions, onCollapse }: SectionsProps) {
  const buttons = { starred: undefined, channels: addButton(ways), directs: directButton(ways) };
  return sections.map((section) => (
    <SectionList
      key={section.id}
      section={section}
      currentId={currentId}
      actions={actions}
      onCollapse={(isCollapsed) => onCollapse(section.id, isCollapsed)}
      button={buttons[section.id]}
      empty={section.id === "directs" ? <WriteToSomebody onPress={ways.newDirect} /> : undefined}
    />
  ));
}

function addButton({ create, browse }: SidebarWays) {
  if (create === undefined || browse === undefined) return undefined;
  return (
    <MenuButton
      size="small"
      label={t("sidebar.add")}
      icon={<Plus size={16} />}
      entries={() => [
        { id: "create", label: t("sidebar.create"), onSelect: create },
        { id: "browse", label: t("sidebar.browse"), onSelect: browse },
      ]}
    />
  );
}

function directButton({ newDirect }: SidebarWays) {
  return (
    <IconButton size="small" label={t("sidebar.newDirect")} icon={<Plus size={16} />} onClick={newDirect} />
  );
}

function WriteToSomebody({ onPress }: { readonly onPress: () => void }) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="min-h-7 w-full rounded-[7px] px-2.5 text-start text-[13.5px] text-ink3 hover:bg-hover hover:text-ink coarse:min-h-11"
    >
      {t("sidebar.noDirects")}
    </button>
  );
}

function LoadingSections() {
  return (
    <div role="status" aria-label={t("sidebar.loading")} className="flex flex-col gap-3.5 px-2.5 pt-6">
      {["w-3/5", "w-2/5", "w-4/5", "w-1/2", "w-2/3"].map((width) => (
        <Skeleton key={width} className={`h-3.5 ${width}`} />
      ))}
    </div>
  );
}
