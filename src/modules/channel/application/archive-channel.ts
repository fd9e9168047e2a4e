import type { Actor } from "../../../kernel/actor.ts";
import type { Clock } from "../../../kernel/clock.ts";
import type { ChannelId } from "../../../kernel/ids.ts";
import { archive, unarchive } from "../domain/alteration.ts";
import { directConversationsAreFixed } from "../domain/rules.ts";
import type { ChannelStore } from "./ports.ts";

export interface ArchiveChannelDeps {
  readonly store: ChannelStore;
  readonly clock: Clock;
}

export interface ArchiveChannel {
  readonly channelId: ChannelId;
  readonly archived: boolean;
}

/**
 * Closes a channel for all that is new, or opens it again; fine where it is so already. Its name is
 * free while it is closed, so opening again throws NAME_TAKEN where another channel has it now.
 */
export async function archiveChannel(
  { store, clock }: ArchiveChannelDeps,
  actor: Actor,
  { channelId, archived }: ArchiveChannel,
): Promise<void> {
  const occasion = { by: actor.userId, at: clock.now() };
  await store.transact(async (tx) => {
    const channel = await tx.accessChannel(channelId, actor.userId, "manage_channel");
    directConversationsAreFixed(channel);
    await tx.record(archived ? archive(channel, occasion.at) : unarchive(channel), occasion);
  });
}
