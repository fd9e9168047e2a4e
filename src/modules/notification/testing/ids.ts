import type { ChannelId, ConnectionId, OrgId, UserId } from "../../../kernel/ids.ts";

const body = (n: number): string => String(n).padStart(27, "0");

export const channelId = (n: number): ChannelId => `chn_${body(n)}` as ChannelId;
export const userId = (n: number): UserId => `usr_${body(n)}` as UserId;
export const orgId = (n: number): OrgId => `org_${body(n)}` as OrgId;
export const connectionId = (n: number): ConnectionId => `con_${body(n)}` as ConnectionId;
