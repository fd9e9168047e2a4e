import type { ChannelId, OrgId } from "../../../../kernel/ids.ts";
import { type ChannelRule, type KeptDays, ruleOf } from "../../domain/retention.ts";
import type { RetentionRules } from "./ports.ts";

/** What holds in a channel, and why. */
export interface ChannelRetention {
  readonly days: KeptDays;
  readonly channelsMayDiffer: boolean;
  /** Its own rule, in force or not. */
  readonly own: ChannelRule | undefined;
}

export async function getChannelRetention(
  rules: RetentionRules,
  orgId: OrgId,
  channelId: ChannelId,
): Promise<ChannelRetention> {
  const [org, own] = await Promise.all([rules.findOrg(orgId), rules.findChannel(channelId)]);
  return { days: ruleOf(org, own)?.days, channelsMayDiffer: org?.channelsMayDiffer ?? false, own };
}
