import type { Actor } from "../../../../kernel/actor.ts";
import type { Clock } from "../../../../kernel/clock.ts";
import type { ChannelId } from "../../../../kernel/ids.ts";
import { refuse } from "../../domain/errors.ts";
import type { KeptDays, OrgRule } from "../../domain/retention.ts";
import { type ChannelRetention, getChannelRetention } from "./get-retention.ts";
import type { RetentionRules } from "./ports.ts";

export interface SetRetentionDeps {
  readonly clock: Clock;
  readonly rules: RetentionRules;
}

/** In force from the next run on, which is within a day. */
export async function setRetention(
  { clock, rules }: SetRetentionDeps,
  { orgId, userId }: Actor,
  wish: Pick<OrgRule, "days" | "channelsMayDiffer">,
): Promise<OrgRule> {
  const rule = { ...wish, orgId, by: userId, at: clock.now() };
  await rules.saveOrg(rule);
  return rule;
}

/** `follow` takes a channel's own rule away, which is always possible. Throws RETENTION_FIXED. */
export async function setChannelRetention(
  { clock, rules }: SetRetentionDeps,
  { orgId, userId }: Actor,
  { channelId, days }: { readonly channelId: ChannelId; readonly days: KeptDays | "follow" },
): Promise<ChannelRetention> {
  if (days === "follow") await rules.removeChannel(channelId);
  else {
    const org = await rules.findOrg(orgId);
    if (org?.channelsMayDiffer !== true) throw refuse("RETENTION_FIXED");
    await rules.saveChannel({ channelId, orgId, days, by: userId, at: clock.now() });
  }
  return getChannelRetention(rules, orgId, channelId);
}
