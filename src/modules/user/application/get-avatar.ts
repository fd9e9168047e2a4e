import type { Actor } from "../../../kernel/actor.ts";
import type { UserId } from "../../../kernel/ids.ts";
import type { Avatar } from "../domain/avatar.ts";
import { refuse } from "../domain/errors.ts";
import type { UserPorts } from "./ports.ts";

export interface AvatarAddress {
  readonly userId: UserId;
  readonly name: string;
}

/** For everybody who is signed in. Throws UNAUTHENTICATED, AVATAR_NOT_FOUND. */
export async function getAvatar(
  { store }: Pick<UserPorts, "store">,
  actor: Actor | undefined,
  { userId, name }: AvatarAddress,
): Promise<Avatar> {
  if (actor === undefined) throw refuse("UNAUTHENTICATED");
  const avatar = await store.read.findAvatar(userId, name);
  if (avatar === undefined) throw refuse("AVATAR_NOT_FOUND");
  return avatar;
}
