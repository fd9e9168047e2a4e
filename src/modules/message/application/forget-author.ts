import type { UserId } from "../../../kernel/ids.ts";
import { remove } from "../domain/message.ts";
import { type WithdrawForwardsDeps, withdrawForwards } from "./forwarding/withdraw-forwards.ts";
import type { Belongings } from "./ports.ts";

export interface ForgetAuthorDeps extends WithdrawForwardsDeps {
  readonly belongings: Belongings;
}

const A_CALL = 100;

/**
 * Erases what somebody wrote who is gone for good, some messages a call, and at the end who called them,
 * what they had begun to write or planned, and what they kept for later. Answers whether there may be more. May be called again.
 */
export async function forgetAuthor(
  { belongings, ...deps }: ForgetAuthorDeps,
  author: UserId,
): Promise<{ readonly more: boolean }> {
  const targets = await belongings.undeleted(author, A_CALL);
  for (const target of targets) {
    // Before, because what is deleted is not found again; and after, because nobody can forward it any more.
    await withdrawForwards(deps, target.messageId, author);
    await deps.changing.change(target, "by nobody's right", async ({ message }) =>
      remove(message, author, deps.clock.now()),
    );
    await withdrawForwards(deps, target.messageId, author);
  }
  if (targets.length > 0) return { more: true };
  await belongings.forget(author);
  return { more: false };
}
