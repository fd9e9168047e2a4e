import type { Actor } from "../../../kernel/actor.ts";
import { refuse } from "../domain/errors.ts";
import { pin, unpin } from "../domain/message.ts";
import { type ChangeDeps, change, type Target } from "./change.ts";

const MOST_PINS = 100;

/** Pins a message for everybody in the channel. Throws TOO_MANY_PINS. */
export function pinMessage(deps: ChangeDeps, actor: Actor, target: Target): Promise<void> {
  return change(deps, { actor, target }, async (locked, at) => {
    const changes = pin(locked.message, actor.userId, at);
    if (changes.length > 0 && (await locked.pinsInChannel()) >= MOST_PINS) {
      throw refuse("TOO_MANY_PINS", { limit: MOST_PINS });
    }
    return changes;
  });
}

export function unpinMessage(deps: ChangeDeps, actor: Actor, target: Target): Promise<void> {
  return change(deps, { actor, target }, ({ message }, at) => unpin(message, actor.userId, at));
}
