import type { Actor } from "../../../kernel/actor.ts";
import type { ChannelId } from "../../../kernel/ids.ts";
import type { Channel } from "../domain/channel.ts";
import { refuse } from "../domain/errors.ts";
import type { Membership } from "../domain/membership.ts";
import type { ChannelReader } from "./ports.ts";

export interface ChannelView {
  readonly channel: Channel;
  /** Undefined where the actor is not a member. */
  readonly membership: Membership | undefined;
}

/** Throws CHANNEL_NOT_FOUND. */
export async function viewChannel(
  { reader }: { readonly reader: ChannelReader },
  actor: Actor,
  channelId: ChannelId,
): Promise<ChannelView> {
  const [channel, membership] = await Promise.all([
    reader.findChannel(channelId),
    reader.findMembership(channelId, actor.userId),
  ]);
  if (channel === undefined) throw refuse("CHANNEL_NOT_FOUND", { channelId });
  return { channel, membership };
}
