import type { ReactNode } from "react";
import { t } from "../../../../text/text.ts";
import { Button } from "../../../../ui/button.tsx";
import { Skeleton } from "../../../../ui/skeleton.tsx";
import { PageEnd } from "./page-end.tsx";
import type { Paged } from "./paged.ts";

interface PagedListProps<Item> {
  readonly list: Paged<Item>;
  /** What is on its way, for screen readers. */
  readonly loading: string;
  /** Stands there when nothing is found. */
  readonly empty: ReactNode;
  /** How many there are, for screen readers: they do not see the list change as one types. */
  readonly count: (shown: number) => string;
  readonly children: (items: readonly Item[]) => ReactNode;
}

/** The part of a dialog that scrolls: what has come of a list, what is on its way, and what went wrong. */
export function PagedList<Item>({ list, loading, empty, count, children }: PagedListProps<Item>) {
  const { items, failure, isBehind, readMore, isReadingMore } = list;
  const isEmpty = items?.length === 0;
  const isWaiting = failure === undefined && (items === undefined || (isEmpty && isBehind));
  return (
    <div className="-mx-5 min-h-0 flex-1 overflow-y-auto px-3">
      <p role="status" className="sr-only">
        {items === undefined || isBehind ? "" : count(items.length)}
      </p>
      {isWaiting && <WaitingRows label={loading} count={6} />}
      {items === undefined || isEmpty ? null : children(items)}
      {isEmpty && !isWaiting && failure === undefined && (
        <p className="px-2 py-8 text-center text-ink3">{empty}</p>
      )}
      {isReadingMore && <WaitingRows label={loading} count={2} />}
      {readMore === undefined ? null : <PageEnd key={items?.length} onReach={readMore} />}
      {failure === undefined ? null : <ListFailure text={failure.text} onRetry={list.retry} />}
    </div>
  );
}

function WaitingRows({ label, count }: { readonly label: string; readonly count: number }) {
  return (
    <div role="status" aria-label={label} className="flex flex-col px-2">
      {Array.from({ length: count }, (_, row) => (
        <div key={row} className="flex min-h-13 items-center gap-3">
          <Skeleton className="size-8 rounded-[25%]" />
          <Skeleton className={`h-3.5 ${row % 2 === 0 ? "w-2/5" : "w-1/3"}`} />
        </div>
      ))}
    </div>
  );
}

function ListFailure({ text, onRetry }: { readonly text: string; readonly onRetry: () => void }) {
  return (
    <div role="alert" className="flex flex-col items-center gap-3 px-2 py-6 text-center text-ink2">
      <p>{text}</p>
      <Button onClick={onRetry}>{t("ui.retry")}</Button>
    </div>
  );
}
