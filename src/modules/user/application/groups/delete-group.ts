import type { Actor } from "../../../../kernel/actor.ts";
import type { GroupId } from "../../../../kernel/ids.ts";
import { EFFECTS_LIMIT_MS } from "../ports.ts";
import type { GroupPorts } from "./ports.ts";

/** Ends a group, and with it what it opened to its people. Throws GROUP_NOT_FOUND. */
export async function deleteGroup(
  { groups, effects }: Pick<GroupPorts, "groups" | "effects">,
  { userId, orgId }: Actor,
  groupId: GroupId,
): Promise<void> {
  const events = await groups.transact(async (tx) => {
    await tx.accessGroup(groupId, orgId);
    const userIds = await tx.everybodyIn(groupId);
    return tx.record([{ type: "group_deleted", groupId, userIds }], userId);
  });
  await effects.settled(events, EFFECTS_LIMIT_MS);
}
