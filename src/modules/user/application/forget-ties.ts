import type { UserId } from "../../../kernel/ids.ts";
import type { CirclePorts } from "./circle/ports.ts";

/** Takes somebody who is gone out of all groups and of everybody's circle. May be called again. */
export async function forgetTies(
  { groups, circles, clock }: Pick<CirclePorts, "groups" | "circles" | "clock">,
  userId: UserId,
): Promise<void> {
  await groups.transact(async (tx) => {
    const mine = await tx.groupsOf(userId);
    const left = mine.map((groupId) => ({ type: "members_removed" as const, groupId, userIds: [userId] }));
    if (left.length > 0) await tx.record(left, userId);
  });
  await circles.transact((tx) => tx.forget(userId, clock.now()));
}
