import type { ChannelId } from "../../../../kernel/ids.ts";
import { type Expiry, expiryOf, type OrgRule, ruleOf } from "../../domain/retention.ts";
import type { RetentionRules } from "./ports.ts";

interface Question {
  readonly org: OrgRule | undefined;
  readonly channels: readonly ChannelId[];
  readonly now: Date;
}

/** What is too old in these channels; those that keep everything are left out. */
export async function expiriesOf(
  rules: RetentionRules,
  { org, channels, now }: Question,
): Promise<readonly Expiry[]> {
  const own = org?.channelsMayDiffer === true ? await rules.ofChannels(channels) : [];
  const ownOf = new Map(own.map((rule) => [rule.channelId, rule]));
  return channels.flatMap((id) => expiryOf(id, ruleOf(org, ownOf.get(id)), now) ?? []);
}
