import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { type Failure, failureOf } from "../../../../api/failure.ts";

/** A list that comes page by page. */
export interface Paged<Item> {
  /** Undefined while nothing has come. */
  readonly items: readonly Item[] | undefined;
  /** What is looked for now has not been answered: the items were found for something else. */
  readonly isBehind: boolean;
  readonly failure: Failure | undefined;
  /** Reads the next page; absent at the end and while one is on its way. */
  readonly readMore: (() => void) | undefined;
  readonly isReadingMore: boolean;
  readonly retry: () => void;
}

export type PagedResult<Page> = Pick<
  UseInfiniteQueryResult<InfiniteData<Page>>,
  | "data"
  | "error"
  | "hasNextPage"
  | "isFetchingNextPage"
  | "isFetchNextPageError"
  | "fetchNextPage"
  | "refetch"
>;

/** A query as lists show it; `items` are those of its pages that fit what is looked for. */
export function pagedOf<Page, Item>(
  result: PagedResult<Page>,
  items: readonly Item[] | undefined,
  isBehind: boolean,
): Paged<Item> {
  const { error, hasNextPage, isFetchingNextPage, isFetchNextPageError } = result;
  const canRead = hasNextPage && !isFetchingNextPage && !isFetchNextPageError;
  return {
    items,
    isBehind,
    failure: error === null ? undefined : failureOf(error),
    readMore: canRead ? () => void result.fetchNextPage() : undefined,
    isReadingMore: isFetchingNextPage,
    retry: () => void (isFetchNextPageError ? result.fetchNextPage() : result.refetch()),
  };
}
