import { type Channel, channelName, type Description } from "./channel.ts";
import type { ChannelAltered } from "./events.ts";

/** What a person wants to change; what is undefined stays. */
export type Redescription = { readonly [Part in keyof Description]: Description[Part] | undefined };

/** These functions answer what happened; nothing, where the channel was so already. */
export function redescribe(channel: Channel, wish: Redescription): readonly ChannelAltered[] {
  const name = wish.name === undefined ? channel.name : channelName(wish.name);
  const topic = wish.topic ?? channel.topic;
  const description = wish.description ?? channel.description;
  const same = name === channel.name && topic === channel.topic && description === channel.description;
  return same ? [] : [{ type: "channel_described", channel: { ...channel, name, topic, description } }];
}

export function makeDefault(channel: Channel, isDefault: boolean): readonly ChannelAltered[] {
  return channel.isDefault === isDefault
    ? []
    : [{ type: "channel_described", channel: { ...channel, isDefault } }];
}

export function archive(channel: Channel, at: Date): readonly ChannelAltered[] {
  if (channel.archivedAt !== undefined) return [];
  return [{ type: "channel_archived", channel: { ...channel, archivedAt: at } }];
}

export function unarchive(channel: Channel): readonly ChannelAltered[] {
  if (channel.archivedAt === undefined) return [];
  return [{ type: "channel_unarchived", channel: { ...channel, archivedAt: undefined } }];
}
