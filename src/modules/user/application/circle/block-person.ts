import type { Actor } from "../../../../kernel/actor.ts";
import type { UserId } from "../../../../kernel/ids.ts";
import { block, part, unblock } from "../../domain/circle.ts";
import { refuse } from "../../domain/errors.ts";
import { type ChangePorts, changeCircle } from "./change-circle.ts";

/**
 * From when this answers on neither writes to the other, on no server; also somebody who is no longer active
 * can be blocked. Throws PERSON_NOT_FOUND, BLOCK_YOURSELF, TOO_MANY_BLOCKS.
 */
export async function blockPerson(ports: ChangePorts, actor: Actor, userId: UserId): Promise<void> {
  const [user] = await ports.store.read.findUsers([userId]);
  if (user?.orgId !== actor.orgId) throw refuse("PERSON_NOT_FOUND");
  await changeCircle(ports, actor, userId, block);
}

/** Fine where they are not blocked. What the other blocked stays so. */
export function unblockPerson(ports: ChangePorts, actor: Actor, userId: UserId): Promise<void> {
  return changeCircle(ports, actor, userId, unblock);
}

/** Ends that two people are contacts; fine where they are not. */
export function removeContact(ports: ChangePorts, actor: Actor, userId: UserId): Promise<void> {
  return changeCircle(ports, actor, userId, part);
}
