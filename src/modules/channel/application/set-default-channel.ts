import type { Actor } from "../../../kernel/actor.ts";
import type { Clock } from "../../../kernel/clock.ts";
import type { ChannelId } from "../../../kernel/ids.ts";
import { makeDefault } from "../domain/alteration.ts";
import type { Channel } from "../domain/channel.ts";
import {
  archivedChannelsDoNotChange,
  everybodyComesToPublicChannels,
  newcomersComeSomewhere,
} from "../domain/rules.ts";
import type { ChannelStore } from "./ports.ts";

export interface SetDefaultChannelDeps {
  readonly store: ChannelStore;
  readonly clock: Clock;
}

export interface SetDefaultChannel {
  readonly channelId: ChannelId;
  readonly isDefault: boolean;
}

/**
 * Decides whether whoever comes to the organisation from now on becomes a member. Throws CHANNEL_NOT_PUBLIC,
 * CHANNEL_ARCHIVED, LAST_DEFAULT_CHANNEL.
 */
export async function setDefaultChannel(
  { store, clock }: SetDefaultChannelDeps,
  actor: Actor,
  { channelId, isDefault }: SetDefaultChannel,
): Promise<Channel> {
  return store.transact(async (tx) => {
    const defaults = await tx.claimDefaults(actor.orgId);
    const channel = await tx.lockChannel(channelId);
    everybodyComesToPublicChannels(channel);
    archivedChannelsDoNotChange(channel);
    if (!isDefault) newcomersComeSomewhere(channel, defaults);
    const events = makeDefault(channel, isDefault);
    await tx.record(events, { by: actor.userId, at: clock.now() });
    return events[0]?.channel ?? channel;
  });
}
