import { createConnectQueryKey, useInfiniteQuery } from "@connectrpc/connect-query";
import { ExportService, ExportState } from "../../../../../gen/chatter/user/v1/export_pb.js";
import { queryClient } from "../../../api/query.tsx";

const { listExports } = ExportService.method;

const lookMs = 1_500;

/** All exports, the latest first; asked for again and again while one is written. */
export function useExports() {
  return useInfiniteQuery(
    listExports,
    { pageToken: "" },
    {
      pageParamKey: "pageToken",
      getNextPageParam: ({ nextPageToken }) => nextPageToken || undefined,
      refetchInterval: ({ state }) => {
        const exports = state.data?.pages.flatMap((page) => page.exports) ?? [];
        return exports.some((one) => one.state === ExportState.RUNNING) && lookMs;
      },
    },
  );
}

/** Asks for them again after one of them changed. */
export function refreshExports(): Promise<void> {
  const queryKey = createConnectQueryKey({ schema: listExports, cardinality: "infinite" });
  return queryClient.invalidateQueries({ queryKey });
}
