import type { Actor } from "../../../../kernel/actor.ts";
import type { Clock } from "../../../../kernel/clock.ts";
import type { ChannelId } from "../../../../kernel/ids.ts";
import { expiryOf, type KeptDays, type OrgRule } from "../../domain/retention.ts";
import { expiriesOf } from "./expiries-of.ts";
import type { Expiring, OrgChannels, RetentionRules } from "./ports.ts";

export interface PreviewDeps {
  readonly clock: Clock;
  readonly rules: RetentionRules;
  readonly expiring: Expiring;
  readonly channels: OrgChannels;
}

/** How much would be erased; where there is more, it is not counted any further. */
export interface Preview {
  readonly messages: number;
  readonly more: boolean;
}

const MOST = 1_000_000;
const CHANNELS_A_PAGE = 500;

export async function previewRetention(
  deps: PreviewDeps,
  { orgId, userId }: Actor,
  wish: Pick<OrgRule, "days" | "channelsMayDiffer">,
): Promise<Preview> {
  const now = deps.clock.now();
  const org = { ...wish, orgId, by: userId, at: now };
  let messages = 0;
  let after: ChannelId | undefined;
  do {
    const channels = await deps.channels.channelsOfOrg(orgId, after, CHANNELS_A_PAGE);
    const expiries = await expiriesOf(deps.rules, { org, channels, now });
    messages += await deps.expiring.count(expiries, MOST + 1 - messages);
    after = channels.at(-1);
  } while (after !== undefined && messages <= MOST);
  return capped(messages);
}

/** For a rule of the channel's own, whatever the organisation allows; `follow` for that of the organisation. */
export async function previewChannelRetention(
  { clock, rules, expiring }: PreviewDeps,
  { orgId, userId }: Actor,
  { channelId, days }: { readonly channelId: ChannelId; readonly days: KeptDays | "follow" },
): Promise<Preview> {
  const rule = days === "follow" ? await rules.findOrg(orgId) : { days, by: userId };
  const expiry = expiryOf(channelId, rule, clock.now());
  return capped(expiry === undefined ? 0 : await expiring.count([expiry], MOST + 1));
}

function capped(messages: number): Preview {
  return { messages: Math.min(messages, MOST), more: messages > MOST };
}
