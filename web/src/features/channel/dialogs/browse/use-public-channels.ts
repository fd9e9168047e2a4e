import { useInfiniteQuery } from "@connectrpc/connect-query";
import {
  ChannelService,
  type ListChannelsResponse,
} from "../../../../../../gen/chatter/channel/v1/channel_pb.js";
import { pageByPage } from "../../../../api/page-by-page.ts";
import { type Channel, channelFromProto } from "../../../../store/channels/channel.ts";
import type { Paged } from "../list/paged.ts";
import { useNarrowed } from "../list/use-narrowed.ts";
import { useSettled } from "../list/use-settled.ts";

/** The public channels whose name contains a text, by name. */
export function usePublicChannels(query: string, includeArchived: boolean): Paged<Channel> {
  const wanted = query.trim().replace(/^#/, "").normalize("NFC").toLowerCase();
  const settled = useSettled(wanted);
  const result = useInfiniteQuery(
    ChannelService.method.listChannels,
    { query: settled, includeArchived, pageSize: 50, pageToken: "" },
    pageByPage,
  );
  return useNarrowed(result, { wanted, settled, itemsOf: channelsOf, fits });
}

const channelsOf = ({ channels }: ListChannelsResponse) => channels.map(channelFromProto);
const fits = ({ name }: Channel, wanted: string) => name.includes(wanted);
