import type { Actor } from "../../../../kernel/actor.ts";
import type { Ids } from "../../../../kernel/ids.ts";
import { assertRoomForGroup, describeGroup, type GroupDescription } from "../../domain/group.ts";
import type { SeenGroup } from "./list-groups.ts";
import type { GroupPorts } from "./ports.ts";

/** Makes a group in which nobody is yet. Throws HANDLE_TAKEN, HANDLE_RESERVED, NAME_EMPTY, TOO_MANY_GROUPS. */
export async function createGroup(
  { groups, ids }: Pick<GroupPorts, "groups"> & { readonly ids: Ids },
  { userId, orgId }: Actor,
  wish: GroupDescription,
): Promise<SeenGroup> {
  const blank = { id: ids.next("grp"), orgId, handle: "", name: "", description: "" };
  const group = describeGroup(blank, wish);
  await groups.transact(async (tx) => {
    assertRoomForGroup(await tx.countGroups(orgId));
    await tx.claimHandle(orgId, group.handle);
    await tx.record([{ type: "group_created", group }], userId);
  });
  return { ...group, memberCount: 0, mine: false };
}
