import type { Actor } from "../../../../kernel/actor.ts";
import type { GroupId } from "../../../../kernel/ids.ts";
import { describeGroup, type GroupDescription } from "../../domain/group.ts";
import type { SeenGroup } from "./list-groups.ts";
import type { GroupPorts } from "./ports.ts";

export type UpdateGroup = { readonly groupId: GroupId } & {
  readonly [Part in keyof GroupDescription]: string | undefined;
};

/** What is undefined stays. Throws GROUP_NOT_FOUND, HANDLE_TAKEN, HANDLE_RESERVED, NAME_EMPTY. */
export async function updateGroup(
  { groups }: Pick<GroupPorts, "groups">,
  { userId, orgId }: Actor,
  { groupId, ...wish }: UpdateGroup,
): Promise<SeenGroup> {
  const group = await groups.transact(async (tx) => {
    const known = await tx.accessGroup(groupId, orgId);
    const changed = { ...describeGroup(known, wish), memberCount: known.memberCount };
    if (changed.handle !== known.handle) await tx.claimHandle(orgId, changed.handle);
    await tx.record([{ type: "group_changed", group: changed }], userId);
    return changed;
  });
  return { ...group, mine: (await groups.groupsOf(userId)).includes(groupId) };
}
