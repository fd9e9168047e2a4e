import type { UserId } from "../../../kernel/ids.ts";
import { anonymous } from "../domain/user.ts";
import type { UserPorts } from "./ports.ts";

/**
 * Takes from a profile all that tells whose it was; what others wrote to them still leads to somebody.
 * May be called again; does nothing where nobody is known by this id.
 */
export async function forgetPerson(
  { store, clock }: Pick<UserPorts, "store" | "clock">,
  userId: UserId,
): Promise<void> {
  await store.transact(async (tx) => {
    if ((await tx.findUser(userId)) === undefined) return;
    const user = anonymous(await tx.accessUser(userId), clock.now());
    await tx.saveUser(user);
    await tx.saveAvatar(userId, undefined);
    await tx.forgetPreferences(userId);
    await tx.record([{ type: "profile_changed", user }]);
  });
}
