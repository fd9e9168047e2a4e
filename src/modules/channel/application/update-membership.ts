import type { Actor } from "../../../kernel/actor.ts";
import type { Clock } from "../../../kernel/clock.ts";
import type { ChannelId } from "../../../kernel/ids.ts";
import { type Arrangement, arrange, type Membership } from "../domain/membership.ts";
import { changeOwnMembership } from "./change-own-membership.ts";
import type { ChannelStore } from "./ports.ts";

export interface UpdateMembershipDeps {
  readonly store: ChannelStore;
  readonly clock: Clock;
}

export interface UpdateMembership extends Arrangement {
  readonly channelId: ChannelId;
}

/** Changes the actor's own star, order or notification level. Throws MEMBER_NOT_FOUND. */
export async function updateMembership(
  deps: UpdateMembershipDeps,
  actor: Actor,
  { channelId, ...wish }: UpdateMembership,
): Promise<Membership> {
  return changeOwnMembership(deps, actor, { channelId, change: (own) => arrange(own, wish) });
}
