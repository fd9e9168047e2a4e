import { useMemo } from "react";
import { type Paged, type PagedResult, pagedOf } from "./paged.ts";

interface Narrowing<Page, Item> {
  readonly wanted: string;
  /** What the server was asked for. */
  readonly settled: string;
  /** The same function between renders. */
  readonly itemsOf: (page: Page) => readonly Item[];
  /** The same function between renders. */
  readonly fits: (item: Item, wanted: string) => boolean;
}

/** What a query found; while it answers something else, what is here already is narrowed at once. */
export function useNarrowed<Page, Item>(
  result: PagedResult<Page> & { readonly isPlaceholderData: boolean },
  { wanted, settled, itemsOf, fits }: Narrowing<Page, Item>,
): Paged<Item> {
  const { data, isPlaceholderData } = result;
  const isBehind = settled !== wanted || isPlaceholderData;
  const items = useMemo(() => data?.pages.flatMap(itemsOf), [data, itemsOf]);
  const shown = useMemo(
    () => (isBehind ? items?.filter((item) => fits(item, wanted)) : items),
    [items, isBehind, fits, wanted],
  );
  return pagedOf(result, shown, isBehind);
}
