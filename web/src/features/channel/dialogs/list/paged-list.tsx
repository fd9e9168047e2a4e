import type { ComponentProps, ReactNode } from "react";
import { t } from "../../../../text/text.ts";
import { Button } from "../../../../ui/button.tsx";
import { PageEnd } from "../../../../ui/page-end.tsx";
import { Skeleton } from "../../../../ui/skeleton.tsx";
import type { Paged } from "./paged.ts";

interface PagedListProps<Item> {
  readonly list: Paged<Item>;
  /** What is on its way, for screen readers. */
  readonly loading: string;
  /** Stands there when nothing is found. */
  readonly empty: ReactNode;
  /** How many there are, for screen readers: they do not see the list change as one types. */
  readonly count: (shown: number) => string;
  /** What the part that scrolls is, where it is more than a frame around a list. */
  readonly region?: Pick<ComponentProps<"div">, "id" | "role" | "aria-label" | "aria-multiselectable">;
  readonly children: (items: readonly Item[]) => ReactNode;
}

/** The part of a dialog that scrolls: what has come of a list, what is on its way, and what went wrong. */
export function PagedList<Item>(props: PagedListProps<Item>) {
  const { list, empty } = props;
  const state = stateOf(list);
  return (
    <div className="-mx-5 flex min-h-0 flex-1 flex-col">
      <p role="status" className="sr-only">
        {spoken(state, props)}
      </p>
      {state === "empty" && <p className="px-5 py-8 text-center text-ink3">{empty}</p>}
      {(state === "waiting" || list.items?.length) && (
        <ScrollingPart {...props} isWaiting={state === "waiting"} />
      )}
      {list.failure === undefined ? null : <ListFailure text={list.failure.text} onRetry={list.retry} />}
    </div>
  );
}

type State = "waiting" | "empty" | "behind" | "shown" | "failed";

function stateOf({ items, failure, isBehind }: Paged<unknown>): State {
  if (failure !== undefined) return "failed";
  if (items === undefined) return "waiting";
  if (items.length === 0) return isBehind ? "waiting" : "empty";
  return isBehind ? "behind" : "shown";
}

function spoken<Item>(state: State, { list, loading, count }: PagedListProps<Item>): string {
  if (state === "waiting") return loading;
  return state === "shown" || state === "empty" ? count(list.items?.length ?? 0) : "";
}

function ScrollingPart<Item>(props: PagedListProps<Item> & { readonly isWaiting: boolean }) {
  const { list, region, isWaiting, children } = props;
  const { items = [], readMore, isReadingMore } = list;
  return (
    <div {...region} className="min-h-0 flex-1 overflow-y-auto px-3">
      {items.length > 0 && children(items)}
      {isWaiting && <WaitingRows count={6} />}
      {isReadingMore && <WaitingRows count={2} />}
      {readMore === undefined ? null : <PageEnd key={items.length} onReach={readMore} />}
    </div>
  );
}

function WaitingRows({ count }: { readonly count: number }) {
  return (
    <div aria-hidden className="flex flex-col px-2">
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
    <div role="alert" className="flex flex-col items-center gap-3 px-5 py-6 text-center text-ink2">
      <p>{text}</p>
      <Button onClick={onRetry}>{t("ui.retry")}</Button>
    </div>
  );
}
