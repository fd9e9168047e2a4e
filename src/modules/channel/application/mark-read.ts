import type { Actor } from "../../../kernel/actor.ts";
import type { Clock } from "../../../kernel/clock.ts";
import type { ChannelId } from "../../../kernel/ids.ts";
import { type Membership, readUpTo } from "../domain/membership.ts";
import { changeOwnMembership } from "./change-own-membership.ts";
import type { ChannelLog, ChannelStore } from "./ports.ts";

export interface MarkReadDeps {
  readonly store: ChannelStore;
  readonly log: ChannelLog;
  readonly clock: Clock;
}

export interface MarkRead {
  readonly channelId: ChannelId;
  readonly seq: bigint;
}

/** Moves the actor's read position forward, never back and never past the log. Throws MEMBER_NOT_FOUND. */
export async function markRead(
  deps: MarkReadDeps,
  actor: Actor,
  { channelId, seq }: MarkRead,
): Promise<Membership> {
  // Read before the lock: the log only grows, and what the actor has seen was committed before this.
  const head = await deps.log.head(channelId);
  return changeOwnMembership(deps, actor, { channelId, change: (own) => readUpTo(own, seq, head) });
}
