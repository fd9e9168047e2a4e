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

/** Makes the actor a member of a public channel; fine where they are one already. */
export async function joinChannel(
  { store, clock }: JoinChannelDeps,
  actor: Actor,
  { channelId }: JoinChannel,
): Promise<MyChannel> {
  const occasion = { by: actor.userId, at: clock.now() };
  return store.transact(async (tx) => {
    const found = await tx.lockChannel(channelId);
    archivedChannelsDoNotChange(found);
    const { channel } = await admitPeople(tx, found, {
      people: [{ userId: actor.userId, role: "member" }],
      occasion,
    });
    return { channel, membership: await tx.accessMembership(channelId, actor.userId) };
  });
}
