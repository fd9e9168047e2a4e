import { useInfiniteQuery } from "@connectrpc/connect-query";
import { useMemo } from "react";
import { MessageService } from "../../../gen/chatter/message/v1/message_pb.js";
import { type SearchMessagesResponse, SearchSort } from "../../../gen/chatter/message/v1/search_pb.js";
import { type Failure, failureOf } from "../api/failure.ts";
import { pageByPage } from "../api/page-by-page.ts";
import { useMe } from "./hooks.ts";
import { messageFromProto } from "./log/from-proto.ts";
import type { Message } from "./log/message.ts";

/** A message that was found, and where in its text. */
export interface Hit {
  readonly message: Message;
  readonly highlights: readonly { readonly start: number; readonly end: number }[];
}

export interface MessageSearch {
  /** Undefined while nothing has come. */
  readonly hits: readonly Hit[] | undefined;
  /** Names in the query that nobody and nothing has, as they were typed. */
  readonly unknown: readonly string[];
  readonly failure: Failure | undefined;
  readonly hasMore: boolean;
  readonly isReading: boolean;
  readonly readMore: () => void;
}

export type Sort = "best" | "newest";

/** The messages that a query finds. Within a QueryProvider. */
export function useMessageSearch(query: string, sort: Sort): MessageSearch {
  const me = useMe();
  const result = useInfiniteQuery(
    MessageService.method.searchMessages,
    {
      query,
      sort: sort === "newest" ? SearchSort.NEWEST : SearchSort.RELEVANCE,
      timezone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
      pageToken: "",
    },
    { ...pageByPage, enabled: query.trim() !== "" },
  );
  const { data, error, isFetchNextPageError, fetchNextPage, refetch, isPlaceholderData } = result;
  const hits = useMemo(() => data && hitsIn(data.pages, me), [data, me]);
  // What is on screen until the answer comes was found for another query.
  const pieces = isPlaceholderData ? [] : (data?.pages[0]?.pieces ?? []);
  return {
    hits,
    unknown: pieces
      .filter((piece) => piece.unknown)
      .map(({ range }) => query.slice(range?.start, range?.end)),
    failure: error === null ? undefined : failureOf(error),
    hasMore: result.hasNextPage,
    isReading: result.isFetching,
    readMore: () => void (error !== null && !isFetchNextPageError ? refetch() : fetchNextPage()),
  };
}

/** Each message once: what was edited between two pages may be on both. */
function hitsIn(pages: readonly SearchMessagesResponse[], me: string): readonly Hit[] {
  const hits = new Map<string, Hit>();
  for (const { message, highlights } of pages.flatMap((page) => page.hits)) {
    if (message !== undefined) hits.set(message.id, { message: messageFromProto(message, me), highlights });
  }
  return [...hits.values()];
}
