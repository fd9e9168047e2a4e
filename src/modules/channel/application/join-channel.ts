import type { Actor } from "../../../kernel/actor.ts";
import type { Clock } from "../../../kernel/clock.ts";
import type { ChannelId } from "../../../kernel/ids.ts";
import { archivedChannelsDoNotChange } from "../domain/rules.ts";
import { admitPeople } from "./admit-people.ts";
import type { ChannelStore, MyChannel } from "./ports.ts";

export interface JoinChannelDeps {
  readonly store: ChannelStore;
  readonly clock: Clock;
}

export interface JoinChannel {
  readonly channelId: ChannelId;
}

/**
 * Makes the actor a member of a public channel, or of a private one that is open to a group of theirs; fine where
 * they are one already. A right by group may have ended on another server a moment ago, so it is asked for again.
 * Throws CHANNEL_ARCHIVED, RIGHT_LOST.
 */
export async function joinChannel(
  { store, clock }: JoinChannelDeps,
  actor: Actor,
  { channelId }: JoinChannel,
): Promise<MyChannel> {
  const occasion = { by: actor.userId, at: clock.now() };
  return store.transact(async (tx) => {
    const found = await tx.lockChannel(channelId);
    archivedChannelsDoNotChange(found);
    const byGroup = found.kind === "private";
    const isMember = (await tx.present(channelId, [actor.userId])).size > 0;
    if (byGroup && !isMember) await tx.accessChannel(channelId, actor.userId, "join");
    const { channel } = await admitPeople(tx, found, {
      people: [{ userId: actor.userId, role: "member", byGroup }],
      occasion,
    });
    return { channel, membership: await tx.accessMembership(channelId, actor.userId) };
  });
}
