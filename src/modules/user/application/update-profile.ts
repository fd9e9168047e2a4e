import type { Actor } from "../../../kernel/actor.ts";
import { atMoment, changeProfile, hasSameProfile, type ProfileChange, type User } from "../domain/user.ts";
import type { UserPorts } from "./ports.ts";

/** Throws NAME_EMPTY, HANDLE_MALFORMED, HANDLE_RESERVED, HANDLE_TAKEN, TIMEZONE_UNKNOWN. */
export function updateProfile(
  { store, clock }: Pick<UserPorts, "store" | "clock">,
  { userId }: Actor,
  change: ProfileChange,
): Promise<User> {
  return store.transact(async (tx) => {
    const known = await tx.accessUser(userId);
    const changed = changeProfile(known, change);
    const user = atMoment(changed, clock.now());
    if (hasSameProfile(known, changed)) return user;
    if (user.handle !== known.handle) await tx.claimHandle(user);
    await tx.saveUser(user);
    await tx.record([{ type: "profile_changed", user }]);
    return user;
  });
}
