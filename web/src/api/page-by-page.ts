import { keepPreviousData } from "@tanstack/react-query";

/** How lists are asked for page by page: what was found for something else stays until the answer comes. */
export const pageByPage = {
  pageParamKey: "pageToken",
  getNextPageParam: ({ nextPageToken }: { readonly nextPageToken: string }) => nextPageToken || undefined,
  placeholderData: keepPreviousData,
  staleTime: 0,
} as const;
