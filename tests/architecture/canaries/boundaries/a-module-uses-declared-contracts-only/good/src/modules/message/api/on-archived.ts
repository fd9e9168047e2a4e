import type { ChannelArchived } from "../../../../gen/chatter/channel/events/v1/events_pb.js";

export const channelOf = (event: ChannelArchived) => event.channelId;
