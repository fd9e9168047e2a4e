import type { Actor } from "../../../../kernel/actor.ts";
import type { GroupId, UserId } from "../../../../kernel/ids.ts";
import { refuse } from "../../domain/errors.ts";
import { assertRoomForMembers } from "../../domain/group.ts";
import type { GroupPorts } from "./ports.ts";

export interface AddGroupMembers {
  readonly groupId: GroupId;
  readonly userIds: readonly UserId[];
}

/** Those who are in the group already stay. Throws GROUP_NOT_FOUND, PERSON_NOT_FOUND, GROUP_FULL. */
export async function addGroupMembers(
  { groups, store }: Pick<GroupPorts, "groups" | "store">,
  { userId, orgId }: Actor,
  { groupId, userIds }: AddGroupMembers,
): Promise<void> {
  const people = await store.read.findUsers(userIds);
  const active = people.filter((user) => user.orgId === orgId && !user.deactivated.holds);
  if (active.length < userIds.length) throw refuse("PERSON_NOT_FOUND");

  await groups.transact(async (tx) => {
    const group = await tx.accessGroup(groupId, orgId);
    const present = await tx.present(groupId, userIds);
    const added = userIds.filter((id) => !present.has(id));
    if (added.length === 0) return;
    assertRoomForMembers(group.memberCount + added.length);
    await tx.record([{ type: "members_added", groupId, userIds: added }], userId);
  });
}
