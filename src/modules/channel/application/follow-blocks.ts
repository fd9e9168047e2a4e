import type { Clock } from "../../../kernel/clock.ts";
import type { UserId } from "../../../kernel/ids.ts";
import { close } from "../domain/alteration.ts";
import { peopleOfDirect } from "../domain/opening.ts";
import type { Blocks, ChannelStore } from "./ports.ts";

export interface FollowBlocksDeps {
  readonly store: ChannelStore;
  readonly clock: Clock;
  readonly blocks: Blocks;
}

/**
 * Closes the conversation between two people, or opens it again, as their blocks say now. Whoever opens the
 * conversation at the same moment holds the claim, and asks about blocks after it. May be called again.
 */
export async function followBlocks(
  { store, clock, blocks }: FollowBlocksDeps,
  a: UserId,
  b: UserId,
): Promise<void> {
  const occasion = { by: undefined, at: clock.now() };
  await store.transact(async (tx) => {
    const known = await tx.claimDirect(peopleOfDirect(a, [b]), a);
    if (known === undefined) return;
    const channel = await tx.lockChannel(known.channel.id);
    await tx.record(close(channel, await blocks.areApart(a, b)), occasion);
  });
}
