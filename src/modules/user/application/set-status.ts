import type { Actor } from "../../../kernel/actor.ts";
import { readStatus, type Status } from "../domain/status.ts";
import type { User } from "../domain/user.ts";
import type { UserPorts } from "./ports.ts";

/** Undefined, or one that says nothing, clears it. Throws STATUS_EXPIRED. */
export function setStatus(
  { store, clock }: Pick<UserPorts, "store" | "clock">,
  { userId }: Actor,
  wish: Status | undefined,
): Promise<User> {
  const status = wish && readStatus(wish, clock.now());
  return store.transact(async (tx) => {
    const user = { ...(await tx.accessUser(userId)), status };
    await tx.saveUser(user);
    await tx.record([{ type: "profile_changed", user }]);
    return user;
  });
}
