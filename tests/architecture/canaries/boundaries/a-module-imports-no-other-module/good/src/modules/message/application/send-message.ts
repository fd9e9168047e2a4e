import type { ChannelAccess } from "./ports.ts";

export const mayPost = (channels: ChannelAccess) => channels.mayPost();
