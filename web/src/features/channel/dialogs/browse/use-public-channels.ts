import { useInfiniteQuery } from "@connectrpc/connect-query";
import { keepPreviousData } from "@tanstack/react-query";
import { useMemo } from "react";
import { ChannelService } from "../../../../../../gen/chatter/channel/v1/channel_pb.js";
import { type Channel, channelFromProto } from "../../../../store/channels/channel.ts";
import { type Paged, pagedOf } from "../list/paged.ts";
import { useSettled } from "../list/use-settled.ts";

/** The public channels whose name contains a text, by name. Those that are here already are narrowed at once. */
export function usePublicChannels(query: string, includeArchived: boolean): Paged<Channel> {
  const wanted = query.trim().replace(/^#/, "").normalize("NFC").toLowerCase();
  const settled = useSettled(wanted);
  const result = useInfiniteQuery(
    ChannelService.method.listChannels,
    { query: settled, includeArchived, pageSize: 50, pageToken: "" },
    {
      pageParamKey: "pageToken",
      getNextPageParam: ({ nextPageToken }) => nextPageToken || undefined,
      placeholderData: keepPreviousData,
      staleTime: 0,
    },
  );
  const { data, isPlaceholderData } = result;
  const isBehind = settled !== wanted || isPlaceholderData;
  const channels = useMemo(() => data?.pages.flatMap((page) => page.channels).map(channelFromProto), [data]);
  const shown = useMemo(
    () => (isBehind ? channels?.filter(({ name }) => name.includes(wanted)) : channels),
    [channels, isBehind, wanted],
  );
  return pagedOf(result, shown, isBehind);
}
