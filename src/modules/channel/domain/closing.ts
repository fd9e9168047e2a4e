import type { GroupId } from "../../../kernel/ids.ts";
import type { Channel } from "./channel.ts";
import { refuse } from "./errors.ts";
import type { ChannelEvent } from "./events.ts";

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
