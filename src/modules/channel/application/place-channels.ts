import type { Actor } from "../../../kernel/actor.ts";
import type { Clock } from "../../../kernel/clock.ts";
import type { ChannelId } from "../../../kernel/ids.ts";
import { arrange, type Membership } from "../domain/membership.ts";
import type { ChannelStore } from "./ports.ts";

export interface PlaceChannelsDeps {
  readonly store: ChannelStore;
  readonly clock: Clock;
}

/** Sets where the actor has these channels in their list, all of them or none. Throws MEMBER_NOT_FOUND. */
export async function placeChannels(
  { store, clock }: PlaceChannelsDeps,
  { userId }: Actor,
  places: ReadonlyMap<ChannelId, number>,
): Promise<readonly Membership[]> {
  return store.transact(async (tx) => {
    const own = await tx.accessMemberships(userId, [...places.keys()]);
    const placed = own.map((membership) =>
      arrange(membership, { position: places.get(membership.channelId) }),
    );
    const changed = placed.filter((membership, index) => membership !== own[index]);
    const events = changed.map((membership) => ({ type: "membership_changed", membership }) as const);
    if (events.length > 0) await tx.record(events, { by: userId, at: clock.now() });
    return placed;
  });
}
