export type Channels = import("../../channel/index.ts").ChannelAccess;
