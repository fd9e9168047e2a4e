import type { Clock } from "../../../../kernel/clock.ts";
import type { MessageId, UserId } from "../../../../kernel/ids.ts";
import { withdrawForwarded } from "../../domain/message.ts";
import type { Changing, Forwards } from "../ports.ts";

export interface WithdrawForwardsDeps {
  readonly clock: Clock;
  readonly changing: Changing;
  readonly forwards: Forwards;
}

const AT_ONCE = 100;

/**
 * Takes the text of a deleted message out of all its copies, by nobody's right: what is deleted is nowhere. Does
 * nothing where that was done; may be called again.
 */
export async function withdrawForwards(
  { clock, changing, forwards }: WithdrawForwardsDeps,
  original: MessageId,
  by: UserId,
): Promise<void> {
  for (;;) {
    const copies = await forwards.of(original, AT_ONCE);
    for (const copy of copies) {
      await changing.change(copy, "by nobody's right", async ({ message }) =>
        withdrawForwarded(message, by, clock.now()),
      );
    }
    if (copies.length < AT_ONCE) return;
  }
}
