import { SearchX, TriangleAlert } from "lucide-react";
import { type ComponentType, useEffect } from "react";
import type { Message } from "../../../store/log/message.ts";
import { type Hit, type Sort, useMessageSearch } from "../../../store/use-message-search.ts";
import { searchText } from "../../../text/search.ts";
import { announce } from "../../../ui/announcer.tsx";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { SkeletonMessages } from "../../../ui/skeleton.tsx";
import { HitRow } from "./hit-row.tsx";
import { KeptResults } from "./kept-results.tsx";

interface SearchResultsProps {
  readonly query: string;
  readonly sort: Sort;
  /** The name of a channel or conversation. */
  readonly Place: ComponentType<{ readonly channelId: string }>;
  readonly onOpen: (message: Message) => void;
}

/** The messages that a query finds, those that follow each other in one channel under its name. */
export function SearchResults({ query, sort, Place, onOpen }: SearchResultsProps) {
  const { hits, unknown, failure, hasMore, isReading, readMore } = useMessageSearch(query, sort);
  const count = hits?.length;
  useEffect(() => {
    if (count !== undefined && !isReading) announce(searchText("found", { count }));
  }, [count, isReading]);
  if (hits === undefined && failure !== undefined) {
    if (failure.isPassing)
      return <KeptResults query={query} Place={Place} onOpen={onOpen} onRetry={readMore} />;
    return <SearchFailed text={failure.text} onRetry={readMore} />;
  }
  if (hits === undefined) return <SkeletonMessages count={6} label={searchText("loading")} />;
  if (hits.length === 0) {
    return (
      <EmptyState icon={<SearchX />} title={searchText("none")}>
        {unknown.map((name) => searchText("unknown", { name })).join(" ") || searchText("noneText")}
      </EmptyState>
    );
  }
  return (
    <section aria-label={searchText("messages")} aria-busy={isReading} className="pb-8">
      {groupsOf(hits).map((group) => (
        <Group key={group[0].message.id} group={group} Place={Place} onOpen={onOpen} />
      ))}
      {failure !== undefined && <p className="px-3 py-2 text-ink2">{searchText("moreFailed")}</p>}
      {hasMore && (
        <div className="px-3 pt-2">
          <Button onClick={readMore} isBusy={isReading}>
            {searchText("more")}
          </Button>
        </div>
      )}
    </section>
  );
}

function SearchFailed({ text, onRetry }: { readonly text: string; readonly onRetry: () => void }) {
  const retry = <Button onClick={onRetry}>{searchText("retry")}</Button>;
  return (
    <EmptyState icon={<TriangleAlert />} title={searchText("failed")} action={retry}>
      {text}
    </EmptyState>
  );
}

type HitGroup = readonly [Hit, ...Hit[]];

function groupsOf(hits: readonly Hit[]): readonly HitGroup[] {
  const groups: [Hit, ...Hit[]][] = [];
  for (const hit of hits) {
    const last = groups.at(-1);
    if (last !== undefined && last[0].message.channelId === hit.message.channelId) last.push(hit);
    else groups.push([hit]);
  }
  return groups;
}

interface GroupProps extends Pick<SearchResultsProps, "Place" | "onOpen"> {
  readonly group: HitGroup;
}

function Group({ group, Place, onOpen }: GroupProps) {
  return (
    <div className="pt-3">
      <h2 className="px-3 pb-0.5 text-[13px] font-semibold text-ink2">
        <Place channelId={group[0].message.channelId} />
      </h2>
      <ul>
        {group.map((hit) => (
          <HitRow key={hit.message.id} hit={hit} onOpen={onOpen} />
        ))}
      </ul>
    </div>
  );
}
