import type { Clock } from "../../../kernel/clock.ts";
import type { ChannelId, UserId } from "../../../kernel/ids.ts";
import { isDirect, type Occasion } from "../domain/channel.ts";
import { endMembership } from "./end-membership.ts";
import type { ChannelFacade } from "./facade.ts";
import type { ChannelStore } from "./ports.ts";

export interface ForgetPersonDeps {
  readonly store: ChannelStore;
  readonly clock: Clock;
  readonly channels: Pick<ChannelFacade, "channelsOf">;
}

/**
 * Takes somebody who is gone for good out of all channels, with every right; direct conversations keep
 * their people, so that the others still have what was said. A transaction a channel. May be called again.
 */
export async function forgetPerson(
  { store, clock, channels }: ForgetPersonDeps,
  userId: UserId,
): Promise<void> {
  const occasion = { by: userId, at: clock.now() };
  for (const channelId of await channels.channelsOf(userId)) {
    await takeOut(store, { channelId, userId, occasion });
  }
}

interface Leaver {
  readonly channelId: ChannelId;
  readonly userId: UserId;
  readonly occasion: Occasion;
}

async function takeOut(store: ChannelStore, { channelId, userId, occasion }: Leaver): Promise<void> {
  await store.transact(async (tx) => {
    const channel = await tx.lockChannel(channelId);
    const there = await tx.present(channelId, [userId]);
    if (!there.has(userId)) return;
    if (isDirect(channel)) await tx.record([{ type: "member_disabled", channel, userId }], occasion);
    else await endMembership(tx, channel, { userId, occasion });
  });
}
