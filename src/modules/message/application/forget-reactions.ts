import type { Clock } from "../../../kernel/clock.ts";
import type { UserId } from "../../../kernel/ids.ts";
import { tally } from "../domain/poll.ts";
import { unreact } from "../domain/reaction.ts";
import type { Belongings, Changing } from "./ports.ts";

export interface ForgetReactionsDeps {
  readonly clock: Clock;
  readonly changing: Changing;
  readonly belongings: Belongings;
}

const A_CALL = 100;

/**
 * Takes back how somebody reacted and voted who is gone for good, some of it a call. Answers whether there may be
 * more. May be called again.
 */
export async function forgetReactions(
  { clock, changing, belongings }: ForgetReactionsDeps,
  by: UserId,
): Promise<{ readonly more: boolean }> {
  const given = await belongings.reactions(by, A_CALL);
  for (const { emoji, ...target } of given) {
    const { messageId } = target;
    await changing.change(target, "by nobody's right", async ({ reactionState }) =>
      unreact(await reactionState(emoji, by), { messageId, emoji, by, at: clock.now() }),
    );
  }
  if (given.length > 0) return { more: true };
  const polls = await belongings.votes(by, A_CALL);
  for (const target of polls) {
    await changing.change(target, "by nobody's right", async ({ message, replaceVotes }) => {
      const at = clock.now();
      const after = new Set<number>();
      return tally(message, { before: await replaceVotes(by, after, at), after }, at);
    });
  }
  return { more: polls.length > 0 };
}
