import type { Actor } from "../../../../kernel/actor.ts";
import type { GroupId, UserId } from "../../../../kernel/ids.ts";
import { EFFECTS_LIMIT_MS } from "../ports.ts";
import type { GroupPorts } from "./ports.ts";

export interface RemoveGroupMember {
  readonly groupId: GroupId;
  readonly userId: UserId;
}

/** Takes somebody out of a group, with what it opened to them; fine where they are not in it. Throws GROUP_NOT_FOUND. */
export async function removeGroupMember(
  { groups, effects }: Pick<GroupPorts, "groups" | "effects">,
  actor: Actor,
  { groupId, userId }: RemoveGroupMember,
): Promise<void> {
  const events = await groups.transact(async (tx) => {
    await tx.accessGroup(groupId, actor.orgId);
    if (!(await tx.present(groupId, [userId])).has(userId)) return [];
    return tx.record([{ type: "members_removed", groupId, userIds: [userId] }], actor.userId);
  });
  await effects.settled(events, EFFECTS_LIMIT_MS);
}
