import type { Actor } from "../../../kernel/actor.ts";
import type { Clock } from "../../../kernel/clock.ts";
import type { ChannelId } from "../../../kernel/ids.ts";
import { type Membership, unreadFrom } from "../domain/membership.ts";
import { changeOwnMembership } from "./change-own-membership.ts";
import type { ChannelStore } from "./ports.ts";

export interface MarkUnreadDeps {
  readonly store: ChannelStore;
  readonly clock: Clock;
}

export interface MarkUnread {
  readonly channelId: ChannelId;
  /** The first entry that is unread again. */
  readonly seq: bigint;
}

/** Moves the actor's read position back, never forward. Throws MEMBER_NOT_FOUND. */
export async function markUnread(
  deps: MarkUnreadDeps,
  actor: Actor,
  { channelId, seq }: MarkUnread,
): Promise<Membership> {
  return changeOwnMembership(deps, actor, { channelId, change: (own) => unreadFrom(own, seq) });
}
