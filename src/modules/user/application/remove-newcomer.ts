import type { UserId } from "../../../kernel/ids.ts";
import { anonymous } from "../domain/user.ts";
import type { UserPorts } from "./ports.ts";

/**
 * Takes back the profile of somebody whose registration cannot be completed, and the organisation where they
 * are all of it. Whoever saw them meanwhile sees them leave. May be called again.
 */
export async function removeNewcomer(
  { store, clock }: Pick<UserPorts, "store" | "clock">,
  userId: UserId,
): Promise<void> {
  await store.transact(async (tx) => {
    const user = await tx.findUser(userId);
    if (user === undefined) return;
    await tx.removeUser(user);
    await tx.record([{ type: "profile_changed", user: anonymous(user, clock.now()) }]);
  });
}
