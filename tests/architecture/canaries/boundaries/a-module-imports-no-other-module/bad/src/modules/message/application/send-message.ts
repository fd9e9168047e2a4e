import type { ChannelAccess } from "../../channel/index.ts";

export const mayPost = (channels: ChannelAccess) => channels.mayPost();
