import type { Clock } from "../../../kernel/clock.ts";
import type { UserId } from "../../../kernel/ids.ts";
import { remove } from "../domain/message.ts";
import type { Belongings, Changing } from "./ports.ts";

export interface ForgetAuthorDeps {
  readonly clock: Clock;
  readonly changing: Changing;
  readonly belongings: Belongings;
}

const A_CALL = 100;

/**
 * Erases what somebody wrote who is gone for good, some messages a call, and at the end who called them,
 * what they had begun to write or planned, and what they kept for later. Answers whether there may be more. May be called again.
 */
export async function forgetAuthor(
  { clock, changing, belongings }: ForgetAuthorDeps,
  author: UserId,
): Promise<{ readonly more: boolean }> {
  const targets = await belongings.undeleted(author, A_CALL);
  for (const target of targets) {
    await changing.change(target, "by nobody's right", async ({ message }) =>
      remove(message, author, clock.now()),
    );
  }
  if (targets.length > 0) return { more: true };
  await belongings.forget(author);
  return { more: false };
}
