import type { ChannelId, OrgId, UserId } from "../../../kernel/ids.ts";

/** For so many days messages are kept; undefined: for ever. */
export type KeptDays = number | undefined;

/** How long an organisation keeps messages. Whose rule it is erases by it. */
export interface OrgRule {
  readonly orgId: OrgId;
  readonly days: KeptDays;
  /** Rules of single channels are in force. */
  readonly channelsMayDiffer: boolean;
  readonly by: UserId;
  readonly at: Date;
}

/** How long a single channel keeps them, where it may differ. */
export interface ChannelRule {
  readonly channelId: ChannelId;
  readonly orgId: OrgId;
  readonly days: KeptDays;
  readonly by: UserId;
  readonly at: Date;
}

/** What is erased in a channel: what was posted before, in the name of whose rule it is. */
export interface Expiry {
  readonly channelId: ChannelId;
  readonly before: Date;
  readonly by: UserId;
}

const DAY_MS = 86_400_000;

/** The rule that holds in a channel. A channel's own is longer or shorter as its people like. */
export function ruleOf(
  org: OrgRule | undefined,
  own: ChannelRule | undefined,
): OrgRule | ChannelRule | undefined {
  return org?.channelsMayDiffer === true && own !== undefined ? own : org;
}

/** Undefined where nothing ever grows too old. */
export function expiryOf(
  channelId: ChannelId,
  rule: Pick<OrgRule, "days" | "by"> | undefined,
  now: Date,
): Expiry | undefined {
  if (rule?.days === undefined) return undefined;
  return { channelId, by: rule.by, before: new Date(now.getTime() - rule.days * DAY_MS) };
}
