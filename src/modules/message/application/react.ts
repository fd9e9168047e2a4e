import type { Actor } from "../../../kernel/actor.ts";
import { react, unreact } from "../domain/reaction.ts";
import { type ChangeDeps, change, type Target } from "./change.ts";

export interface React extends Target {
  readonly emoji: string;
}

/** Reacts with an emoji; doing so twice is doing so once. */
export function addReaction(deps: ChangeDeps, actor: Actor, command: React): Promise<void> {
  return change(deps, { actor, target: command }, async (locked, at) => {
    const state = await locked.reactionState(command.emoji, actor.userId);
    return react(locked.message, state, reacting(actor, command, at));
  });
}

/** Takes one's own reaction back; where there is none, nothing changes. */
export function removeReaction(deps: ChangeDeps, actor: Actor, command: React): Promise<void> {
  return change(deps, { actor, target: command }, async (locked, at) => {
    const state = await locked.reactionState(command.emoji, actor.userId);
    return unreact(state, reacting(actor, command, at));
  });
}

const reacting = (actor: Actor, { messageId, emoji }: React, at: Date) => ({
  messageId,
  emoji,
  by: actor.userId,
  at,
});
