import type { Actor } from "../../../../kernel/actor.ts";
import { addOption, closePoll as close } from "../../domain/poll.ts";
import { type ChangeDeps, change, type Target } from "../change.ts";
import { type DeleteMessageDeps, permissionToTakeAway } from "../delete-message.ts";

/** Adds an option, where that is for everybody or for the author. */
export function addPollOption(
  deps: ChangeDeps,
  actor: Actor,
  { text, ...target }: Target & { readonly text: string },
): Promise<void> {
  return change(deps, { actor, target }, ({ message }, at) => addOption(message, actor.userId, text, at));
}

/** Ends the voting. Its author may, and whoever moderates. */
export async function closePoll(deps: DeleteMessageDeps, actor: Actor, target: Target): Promise<void> {
  const permission = await permissionToTakeAway(deps, actor, target);
  await change(deps, { actor, target, permission }, ({ message }, at) => close(message, actor.userId, at));
}
