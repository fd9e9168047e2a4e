import type { Streams } from "../../../platform/stream/streams.ts";
import type { ChannelLog } from "../application/ports.ts";

export function createChannelLog(streams: Streams): ChannelLog {
  return {
    head: async (channelId) => (await streams.heads([channelId])).get(channelId)?.head ?? 0n,
  };
}
