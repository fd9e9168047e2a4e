import type { ChannelId, OrgId, UserId } from "../../../kernel/ids.ts";
import type { Channel } from "../domain/channel.ts";
import type { Membership } from "../domain/membership.ts";

/** Which channels of an organisation. */
export interface RollQuery {
  readonly orgId: OrgId;
  /** Private channels and direct conversations are left out otherwise. */
  readonly everything: boolean;
}

/** Everything there is, page by page in the order of ids, for whoever takes the organisation along. */
export interface Roll {
  count(query: RollQuery): Promise<number>;
  channels(query: RollQuery, after: string | undefined, limit: number): Promise<readonly Channel[]>;
  members(channelId: ChannelId, after: UserId | undefined, limit: number): Promise<readonly Membership[]>;
}
