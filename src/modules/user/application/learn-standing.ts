import type { UserId } from "../../../kernel/ids.ts";
import { type Fact, learn } from "../domain/standing.ts";
import type { UserPorts } from "./ports.ts";

export interface News {
  readonly userId: UserId;
  readonly about: "guest" | "deactivated";
  readonly fact: Fact;
}

/** Auth decided something about a person. Throws USER_NOT_FOUND where the news outran the profile. */
export async function learnStanding(
  { store }: Pick<UserPorts, "store">,
  { userId, about, fact }: News,
): Promise<void> {
  await store.transact(async (tx) => {
    const known = await tx.accessUser(userId);
    const user = { ...known, [about]: learn(known[about], fact) };
    await tx.saveUser(user);
    if (user[about].holds !== known[about].holds) await tx.record([{ type: "profile_changed", user }]);
  });
}
