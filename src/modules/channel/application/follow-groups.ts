import type { Clock } from "../../../kernel/clock.ts";
import type { GroupId, UserId } from "../../../kernel/ids.ts";
import { openTo } from "../domain/alteration.ts";
import type { ChannelReader, ChannelStore, Groups } from "./ports.ts";
import { reviewJoiners } from "./review-joiners.ts";

export interface FollowGroupsDeps {
  readonly store: ChannelStore;
  readonly reader: ChannelReader;
  readonly clock: Clock;
  readonly groups: Groups;
}

/** People are in a group no more: what it opened to them ends. May be called again. */
export async function followRemovals(
  deps: FollowGroupsDeps,
  groupId: GroupId,
  people: readonly UserId[],
): Promise<void> {
  const occasion = { by: undefined, at: deps.clock.now() };
  for (const channelId of await deps.reader.openTo(groupId)) {
    await reviewJoiners(deps, { channelId, among: people, occasion });
  }
}

/** A group is gone, and with it all that it opened. May be called again. */
export async function followDeletion(deps: FollowGroupsDeps, groupId: GroupId): Promise<void> {
  const { store, reader, clock } = deps;
  const occasion = { by: undefined, at: clock.now() };
  for (const channelId of await reader.openTo(groupId)) {
    await store.transact(async (tx) => {
      const channel = await tx.lockChannel(channelId);
      const left = channel.openTo.filter((id) => id !== groupId);
      await tx.record(openTo(channel, left), occasion);
    });
    await reviewJoiners(deps, { channelId, occasion });
  }
}
