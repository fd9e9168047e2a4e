import type { ChannelId, OrgId } from "../../../../kernel/ids.ts";
import type { MessageChange } from "../../domain/events.ts";
import type { Message } from "../../domain/message.ts";
import type { ChannelRule, Expiry, OrgRule } from "../../domain/retention.ts";

/** What is known of an organisation's channels. */
export interface OrgChannels {
  /** All of them, archived ones and direct conversations too, in the order of their ids, from after one on. */
  channelsOfOrg(orgId: OrgId, after: ChannelId | undefined, limit: number): Promise<readonly ChannelId[]>;
}

export interface RetentionRules {
  findOrg(orgId: OrgId): Promise<OrgRule | undefined>;
  findChannel(channelId: ChannelId): Promise<ChannelRule | undefined>;
  ofChannels(channels: readonly ChannelId[]): Promise<readonly ChannelRule[]>;
  saveOrg(rule: OrgRule): Promise<void>;
  saveChannel(rule: ChannelRule): Promise<void>;
  removeChannel(channelId: ChannelId): Promise<void>;
  /** Those where some rule has a limit. */
  orgsThatErase(): Promise<readonly OrgId[]>;
}

/** What grew too old. */
export interface Expiring {
  /** How many messages there are, counted up to `most`. */
  count(expiries: readonly Expiry[], most: number): Promise<number>;
  /** Those of the channels in which there is something, in the order given. */
  overdue(expiries: readonly Expiry[]): Promise<readonly Expiry[]>;
  /**
   * Locks the channel, and writes what is decided about each of its oldest messages, all or none; answers how
   * many there were.
   */
  change(
    expiry: Expiry,
    limit: number,
    decide: (message: Message) => readonly MessageChange[],
  ): Promise<number>;
}
