import type { Actor } from "../../../kernel/actor.ts";
import type { Clock } from "../../../kernel/clock.ts";
import type { ChannelId, UserId } from "../../../kernel/ids.ts";
import { directConversationsAreFixed } from "../domain/rules.ts";
import { admitPeople } from "./admit-people.ts";
import type { ChannelStore } from "./ports.ts";
import { type ReachPeopleDeps, reachPeople } from "./reach-people.ts";

export interface AddMembersDeps extends ReachPeopleDeps {
  readonly store: ChannelStore;
  readonly clock: Clock;
}

export interface AddMembers {
  readonly channelId: ChannelId;
  readonly userIds: readonly UserId[];
}

/**
 * Adds people; those who are in the channel already stay as they are. Nobody has the right to in an
 * archived channel. Throws PERSON_NOT_FOUND.
 */
export async function addMembers(deps: AddMembersDeps, actor: Actor, command: AddMembers): Promise<void> {
  await reachPeople(deps, actor, command.userIds);

  const occasion = { by: actor.userId, at: deps.clock.now() };
  await deps.store.transact(async (tx) => {
    const channel = await tx.accessChannel(command.channelId, actor.userId, "add_member");
    directConversationsAreFixed(channel);
    const people = command.userIds.map((userId) => ({ userId, role: "member" as const }));
    await admitPeople(tx, channel, { people, occasion });
  });
}
