import type { GroupId } from "../../../kernel/ids.ts";
import { type Channel, channelName, type Description } from "./channel.ts";
import { refuse } from "./errors.ts";
import type { ChannelAltered, ChannelEvent } from "./events.ts";

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

/** Ends or begins that the two in a direct conversation can write; answers what happened. */
export function close(channel: Channel, closed: boolean): readonly ChannelEvent[] {
  if (channel.closed === closed) return [];
  return [{ type: closed ? "direct_closed" : "direct_opened", channel: { ...channel, closed } }];
}

/** Lets the people of these groups in, and of no others. Throws GROUPS_NEED_PRIVATE. */
export function openTo(channel: Channel, groupIds: readonly GroupId[]): readonly ChannelEvent[] {
  if (channel.kind !== "private") throw refuse("GROUPS_NEED_PRIVATE", { channelId: channel.id });
  const was = new Set(channel.openTo);
  const is = new Set(groupIds);
  if (was.symmetricDifference(is).size === 0) return [];
  return [{ type: "opened_to_groups", channel: { ...channel, openTo: groupIds }, was: channel.openTo }];
}
