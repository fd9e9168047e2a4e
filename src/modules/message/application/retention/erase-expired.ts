import type { Clock } from "../../../../kernel/clock.ts";
import type { ChannelId, OrgId } from "../../../../kernel/ids.ts";
import { remove } from "../../domain/message.ts";
import type { Expiry } from "../../domain/retention.ts";
import { expiriesOf } from "./expiries-of.ts";
import type { Expiring, OrgChannels, RetentionRules } from "./ports.ts";

export interface EraseExpiredDeps {
  readonly clock: Clock;
  readonly rules: RetentionRules;
  readonly expiring: Expiring;
  readonly channels: OrgChannels;
}

export interface EraseExpired {
  readonly orgId: OrgId;
  /** As of when messages are too old. */
  readonly now: Date;
  /** The last channel that was done. */
  readonly after: ChannelId | undefined;
}

/** What one call did, and where the next goes on. */
export interface Erased {
  readonly messages: number;
  /** The last channel that was done. */
  readonly after: ChannelId | undefined;
  readonly more: boolean;
}

export interface Pace {
  /** Messages that are erased while their channel is held and nobody else writes there. */
  readonly aBatch: number;
  readonly aCall: number;
  readonly channelsACall: number;
}

// A batch takes some fifty milliseconds.
const usual: Pace = { aBatch: 50, aCall: 5_000, channelsACall: 500 };

/**
 * Erases some of what is too old by the rules of this moment, by way of the log, so that every client sees it
 * go. May be called again: what is gone is not found twice.
 */
export async function eraseExpired(
  deps: EraseExpiredDeps,
  { orgId, now, after }: EraseExpired,
  pace = usual,
): Promise<Erased> {
  const org = await deps.rules.findOrg(orgId);
  const channels = await deps.channels.channelsOfOrg(orgId, after, pace.channelsACall);
  const expiries = await expiriesOf(deps.rules, { org, channels, now });
  let messages = 0;
  for (const expiry of await deps.expiring.overdue(expiries)) {
    messages += await eraseSome(deps, expiry, { ...pace, aCall: pace.aCall - messages });
    // There may be more in this channel, so the next call begins with it.
    if (messages >= pace.aCall)
      return { messages, after: before(channels, expiry.channelId) ?? after, more: true };
  }
  return { messages, after: channels.at(-1), more: channels.length === pace.channelsACall };
}

async function eraseSome(
  { clock, expiring }: EraseExpiredDeps,
  expiry: Expiry,
  { aBatch, aCall }: Pace,
): Promise<number> {
  let all = 0;
  while (all < aCall) {
    const erased = await expiring.change(expiry, aBatch, (message) =>
      remove(message, expiry.by, clock.now()),
    );
    if (erased === 0) break;
    all += erased;
  }
  return all;
}

function before(channels: readonly ChannelId[], id: ChannelId): ChannelId | undefined {
  return channels[channels.indexOf(id) - 1];
}
