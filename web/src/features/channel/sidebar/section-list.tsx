import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { t } from "../../../text/text.ts";
import { classNames } from "../../../ui/class-names.ts";
import type { ChannelActions } from "./channel-actions.ts";
import { ChannelRow } from "./channel-row.tsx";
import type { Section } from "./sections.ts";
import { useDragging } from "./use-dragging.ts";

interface SectionListProps {
  readonly section: Section;
  readonly currentId: string | undefined;
  readonly actions: ChannelActions;
  readonly onCollapse: (isCollapsed: boolean) => void;
  /** Adds something to the section. */
  readonly button?: ReactNode;
  /** Stands there while the section is empty. */
  readonly empty?: ReactNode;
}

export function SectionList({ section, currentId, actions, onCollapse, button, empty }: SectionListProps) {
  const { id, isCollapsed, entries, shown } = section;
  // Conversations are ordered by what was said last.
  const siblings = id === "directs" ? undefined : entries;
  const move = (from: number, to: number) => {
    const entry = entries[from];
    if (entry !== undefined) actions.move(entry, entries, to);
  };
  const dragging = useDragging(
    shown.map((entry) => entry.id),
    siblings === undefined || isCollapsed ? undefined : move,
  );
  if (entries.length === 0 && button === undefined) return null;
  const headingId = `section-${id}`;
  const listId = `section-list-${id}`;
  return (
    <section aria-labelledby={headingId} className="group/section">
      <div className="mt-3 mb-0.5 flex min-h-7 items-center ps-2.5 pe-1">
        <h2 id={headingId} className="flex min-w-0 flex-1">
          <SectionToggle section={section} controls={listId} onCollapse={onCollapse} />
        </h2>
        {button}
      </div>
      <div id={listId}>
        {entries.length === 0 && !isCollapsed && empty}
        {shown.length > 0 && (
          <ul {...dragging}>
            {shown.map((entry) => (
              <ChannelRow
                key={entry.id}
                entry={entry}
                siblings={siblings}
                isCurrent={entry.id === currentId}
                actions={actions}
              />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

interface SectionToggleProps extends Pick<SectionListProps, "section" | "onCollapse"> {
  readonly controls: string;
}

function SectionToggle({ section: { id, isCollapsed }, controls, onCollapse }: SectionToggleProps) {
  return (
    <button
      type="button"
      aria-expanded={!isCollapsed}
      aria-controls={controls}
      onClick={() => onCollapse(!isCollapsed)}
      className="group/toggle -ms-1 flex min-h-6 items-center gap-1 rounded-md px-1 text-xs font-semibold tracking-[0.02em] text-ink3 hover:text-ink coarse:min-h-11"
    >
      {t(`sidebar.${id}`)}
      <ChevronDown
        size={14}
        aria-hidden
        className={classNames(
          "flex-none transition",
          isCollapsed
            ? "-rotate-90 rtl:rotate-90"
            : "opacity-0 group-hover/section:opacity-100 group-focus-visible/toggle:opacity-100 coarse:opacity-100",
        )}
      />
    </button>
  );
}
