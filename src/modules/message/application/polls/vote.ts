import type { Actor } from "../../../../kernel/actor.ts";
import { choose, tally } from "../../domain/poll.ts";
import { type ChangeDeps, change, type Target } from "../change.ts";

export interface Vote extends Target {
  readonly optionIds: readonly number[];
}

/** Votes for these options and no others; voting the same again changes nothing. */
export function vote(deps: ChangeDeps, actor: Actor, { optionIds, ...target }: Vote): Promise<void> {
  return change(deps, { actor, target }, async ({ message, replaceVotes }, at) => {
    const after = choose(message, optionIds, at);
    return tally(message, { before: await replaceVotes(actor.userId, after, at), after }, at);
  });
}
