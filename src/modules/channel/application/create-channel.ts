import type { Actor } from "../../../kernel/actor.ts";
import type { Clock } from "../../../kernel/clock.ts";
import type { Ids } from "../../../kernel/ids.ts";
import type { Description } from "../domain/channel.ts";
import { getMembershipOf } from "../domain/membership.ts";
import { openChannel } from "../domain/opening.ts";
import type { ChannelStore, MyChannel } from "./ports.ts";

export interface CreateChannelDeps {
  readonly store: ChannelStore;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface CreateChannel extends Description {
  readonly kind: "public" | "private";
}

/** Opens a channel of which the actor is the admin; throws NAME_TAKEN. */
export async function createChannel(
  { store, clock, ids }: CreateChannelDeps,
  actor: Actor,
  command: CreateChannel,
): Promise<MyChannel> {
  const occasion = { by: actor.userId, at: clock.now() };
  const opening = openChannel(
    { id: ids.next("chn"), orgId: actor.orgId },
    { ...command, isDefault: false },
    { first: { userId: actor.userId, role: "admin" }, occasion },
  );
  await store.transact((tx) => tx.record(opening.events, occasion));
  return { channel: opening.channel, membership: getMembershipOf(actor.userId, opening.memberships) };
}
