import type { Actor } from "../../../kernel/actor.ts";
import type { Clock } from "../../../kernel/clock.ts";
import type { ChannelId, GroupId } from "../../../kernel/ids.ts";
import { openTo } from "../domain/alteration.ts";
import type { Channel } from "../domain/channel.ts";
import { refuse } from "../domain/errors.ts";
import { archivedChannelsDoNotChange, directConversationsAreFixed } from "../domain/rules.ts";
import type { ChannelStore, Groups } from "./ports.ts";
import { reviewJoiners } from "./review-joiners.ts";

export interface SetChannelGroupsDeps {
  readonly store: ChannelStore;
  readonly clock: Clock;
  readonly groups: Groups;
}

export interface SetChannelGroups {
  readonly channelId: ChannelId;
  readonly groupIds: readonly GroupId[];
}

/**
 * Opens a private channel to the people of these groups and closes it to those of all others, with the
 * memberships that only they gave. Throws GROUP_NOT_FOUND, GROUPS_NEED_PRIVATE.
 */
export async function setChannelGroups(
  deps: SetChannelGroupsDeps,
  actor: Actor,
  { channelId, groupIds }: SetChannelGroups,
): Promise<Channel> {
  const { store, groups, clock } = deps;
  const existing = await groups.existingGroups(actor.orgId, groupIds);
  if (existing.size < groupIds.length) throw refuse("GROUP_NOT_FOUND");

  const occasion = { by: actor.userId, at: clock.now() };
  await store.transact(async (tx) => {
    const channel = await tx.accessChannel(channelId, actor.userId, "manage_channel");
    directConversationsAreFixed(channel);
    archivedChannelsDoNotChange(channel);
    await tx.record(openTo(channel, groupIds), occasion);
  });
  return reviewJoiners(deps, { channelId, occasion });
}
