import type { ReactNode } from "react";
import { t } from "../../../text/text.ts";
import type { ChannelActions } from "./channel-actions.ts";
import { ChannelRow } from "./channel-row.tsx";
import type { Section } from "./sections.ts";

interface SectionListProps {
  readonly section: Section;
  readonly currentId: string | undefined;
  readonly actions: ChannelActions;
  /** Adds something to the section. */
  readonly button?: ReactNode;
  /** Stands there while the section is empty. */
  readonly empty?: ReactNode;
}

export function SectionList({ section, currentId, actions, button, empty }: SectionListProps) {
  const { id, entries } = section;
  if (entries.length === 0 && button === undefined) return null;
  const headingId = `section-${id}`;
  return (
    <section aria-labelledby={headingId} className="group/section">
      <div className="mt-3 mb-0.5 flex min-h-7 items-center ps-2.5 pe-1">
        <h2 id={headingId} className="flex-1 text-xs font-semibold tracking-[0.02em] text-ink3">
          {t(`sidebar.${id}`)}
        </h2>
        {button}
      </div>
      {entries.length === 0 ? (
        empty
      ) : (
        <ul>
          {entries.map((entry) => (
            <ChannelRow key={entry.id} entry={entry} isCurrent={entry.id === currentId} actions={actions} />
          ))}
        </ul>
      )}
    </section>
  );
}
