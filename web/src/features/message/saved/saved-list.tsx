import { Bookmark, TriangleAlert } from "lucide-react";
import type { ComponentType } from "react";
import type { Message } from "../../../store/log/message.ts";
import type { SavedState } from "../../../store/saved/saved.ts";
import { useSavedList } from "../../../store/saved/use-saved.ts";
import { savedText } from "../../../text/saved.ts";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { SkeletonMessages } from "../../../ui/skeleton.tsx";
import { SavedRow } from "./saved-row.tsx";

interface SavedListProps {
  readonly state: SavedState;
  /** The name of a channel or conversation. */
  readonly Place: ComponentType<{ readonly channelId: string }>;
  readonly onOpen: (message: Message) => void;
}

/** What one keeps for later, saved last first. */
export function SavedList({ state, Place, onOpen }: SavedListProps) {
  const { items, failure, hasMore, isReading, readMore } = useSavedList(state);
  if (items === undefined && failure !== undefined) {
    const retry = <Button onClick={readMore}>{savedText("retry")}</Button>;
    return (
      <EmptyState icon={<TriangleAlert />} title={savedText("failed")} action={retry}>
        {failure.text}
      </EmptyState>
    );
  }
  if (items === undefined) return <SkeletonMessages count={4} label={savedText("loading")} />;
  if (items.length === 0 && !hasMore) {
    return (
      <EmptyState icon={<Bookmark />} title={savedText(`none.${state}`)}>
        {savedText(`noneText.${state}`)}
      </EmptyState>
    );
  }
  return (
    <section aria-label={savedText(`in.${state}`)} aria-busy={isReading} className="pt-2 pb-8">
      <ul>
        {items.map((item) => (
          <SavedRow key={item.messageId} item={item} state={state} Place={Place} onOpen={onOpen} />
        ))}
      </ul>
      {hasMore && (
        <div className="px-3 pt-2">
          <Button onClick={readMore} isBusy={isReading}>
            {savedText("more")}
          </Button>
        </div>
      )}
    </section>
  );
}
