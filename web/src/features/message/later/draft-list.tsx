import { Pencil, Trash2 } from "lucide-react";
import type { ComponentType } from "react";
import { useStore } from "zustand";
import { useWorkspace } from "../../../store/client-context.tsx";
import { type Place as DraftPlace, keyOfPlace } from "../../../store/drafts/drafts.ts";
import { laterText } from "../../../text/later.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";

interface DraftListProps {
  /** The name of a channel or conversation. */
  readonly Place: ComponentType<{ readonly channelId: string }>;
  readonly onOpen: (place: DraftPlace) => void;
}

/** What one has begun to write, in all channels and threads, written last first. */
export function DraftList({ Place, onOpen }: DraftListProps) {
  const { drafts } = useWorkspace();
  const all = useStore(drafts.store);
  const begun = [...all.values()]
    .filter(({ text }) => text.trim() !== "")
    .toSorted((one, other) => other.writtenAt - one.writtenAt);
  if (begun.length === 0) {
    return (
      <EmptyState icon={<Pencil />} title={laterText("noDrafts")}>
        {laterText("noDraftsText")}
      </EmptyState>
    );
  }
  return (
    <ul aria-label={laterText("in.drafts")} className="pt-2 pb-8">
      {begun.map(({ text, writtenAt: _at, isSaved: _saved, ...place }) => (
        <li
          key={keyOfPlace(place)}
          className="relative rounded-lg px-3 py-2.5 hover:bg-hover focus-within:bg-hover"
        >
          <div className="flex min-h-7 items-center gap-2 text-[13px] text-ink2">
            <button
              type="button"
              onClick={() => onOpen(place)}
              className="min-w-0 flex-1 truncate text-start before:absolute before:inset-0 before:rounded-lg"
            >
              <b className="font-semibold">
                <Place channelId={place.channelId} />
              </b>{" "}
              {place.threadRootId !== undefined && place.threadRootId !== "" && laterText("inThread")}
            </button>
            <IconButton
              size="small"
              label={laterText("remove")}
              icon={<Trash2 size={16} />}
              onClick={() => drafts.write(place, "")}
              className="relative z-1"
            />
          </div>
          <p dir="auto" className="line-clamp-3 whitespace-pre-wrap">
            {text}
          </p>
        </li>
      ))}
    </ul>
  );
}
