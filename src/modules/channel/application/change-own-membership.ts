import type { Actor } from "../../../kernel/actor.ts";
import type { Clock } from "../../../kernel/clock.ts";
import type { ChannelId } from "../../../kernel/ids.ts";
import type { Membership } from "../domain/membership.ts";
import type { ChannelStore } from "./ports.ts";

/**
 * Changes what a person keeps about a channel; nothing is written where that changes nothing. Only the
 * membership is locked, not the channel: everybody reads at the same time.
 */
export async function changeOwnMembership(
  { store, clock }: { readonly store: ChannelStore; readonly clock: Clock },
  actor: Actor,
  { channelId, change }: { readonly channelId: ChannelId; readonly change: (own: Membership) => Membership },
): Promise<Membership> {
  return store.transact(async (tx) => {
    const own = await tx.accessMembership(channelId, actor.userId);
    const membership = change(own);
    if (membership === own) return own;
    await tx.record([{ type: "membership_changed", membership }], { by: actor.userId, at: clock.now() });
    return membership;
  });
}
