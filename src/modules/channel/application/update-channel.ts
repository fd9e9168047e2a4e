import type { Actor } from "../../../kernel/actor.ts";
import type { Clock } from "../../../kernel/clock.ts";
import type { ChannelId } from "../../../kernel/ids.ts";
import { type Redescription, redescribe } from "../domain/alteration.ts";
import type { Channel } from "../domain/channel.ts";
import { archivedChannelsDoNotChange, directConversationsAreFixed } from "../domain/rules.ts";
import type { ChannelRight, ChannelStore } from "./ports.ts";

export interface UpdateChannelDeps {
  readonly store: ChannelStore;
  readonly clock: Clock;
}

export interface UpdateChannel extends Redescription {
  readonly channelId: ChannelId;
}

/** Everybody in a channel may set its topic; the rest is for those who manage it. */
export function rightToUpdate(wish: Redescription): ChannelRight {
  const topicOnly = wish.name === undefined && wish.description === undefined;
  return topicOnly ? "send_message" : "manage_channel";
}

/** Throws NAME_TAKEN. */
export async function updateChannel(
  { store, clock }: UpdateChannelDeps,
  actor: Actor,
  command: UpdateChannel,
): Promise<Channel> {
  return store.transact(async (tx) => {
    const channel = await tx.accessChannel(command.channelId, actor.userId, rightToUpdate(command));
    directConversationsAreFixed(channel);
    archivedChannelsDoNotChange(channel);
    const events = redescribe(channel, command);
    await tx.record(events, { by: actor.userId, at: clock.now() });
    return events[0]?.channel ?? channel;
  });
}
