export type { ChannelAccess } from "../../channel/index.ts";
