import { createHash } from "node:crypto";
import type { Actor } from "../../../kernel/actor.ts";
import { readAvatar } from "../domain/avatar.ts";
import { atMoment, type User } from "../domain/user.ts";
import type { UserPorts } from "./ports.ts";

const NAME_LENGTH = 32;

/**
 * A picture is named by its content, so that it can be kept for ever under its name. No bytes remove it.
 * Throws AVATAR_NOT_AN_IMAGE, AVATAR_TOO_LARGE.
 */
export function setAvatar(
  { store, clock }: Pick<UserPorts, "store" | "clock">,
  { userId }: Actor,
  bytes: Uint8Array,
): Promise<User> {
  const avatar = bytes.length === 0 ? undefined : { ...readAvatar(bytes), name: nameOf(bytes) };
  return store.transact(async (tx) => {
    const known = await tx.accessUser(userId);
    const user = { ...atMoment(known, clock.now()), avatar: avatar?.name };
    await tx.saveAvatar(userId, avatar);
    await tx.saveUser(user);
    await tx.record([{ type: "profile_changed", user }]);
    return user;
  });
}

function nameOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, NAME_LENGTH);
}
