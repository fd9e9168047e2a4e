import type { Actor } from "../../../kernel/actor.ts";
import type { UserId } from "../../../kernel/ids.ts";
import { atMoment, type User } from "../domain/user.ts";
import type { UserPorts } from "./ports.ts";

/**
 * The people named, of the caller's organisation. A guest, too, may look up whoever they know by id: that
 * is told only by channels they are in, whose log also speaks of people who have left.
 */
export async function findPeople(
  { store, clock }: Pick<UserPorts, "store" | "clock">,
  { orgId }: Actor,
  ids: readonly UserId[],
): Promise<readonly User[]> {
  const now = clock.now();
  const users = await store.read.findUsers(ids);
  return users.filter((user) => user.orgId === orgId).map((user) => atMoment(user, now));
}
