import type { UserId } from "../../../kernel/ids.ts";
import type { Cause, Channel } from "../domain/channel.ts";
import { depart, needsSuccessor } from "../domain/departure.ts";
import { directConversationsAreFixed } from "../domain/rules.ts";
import type { ChannelTransaction } from "./ports.ts";

/**
 * Takes a person out of a channel, which must be locked. From the commit on no server delivers a later
 * entry to them or accepts one from them. Possible in an archived channel too, because it only takes
 * rights away. Throws MEMBER_NOT_FOUND.
 */
export async function endMembership(
  tx: ChannelTransaction,
  channel: Channel,
  { userId, occasion }: { readonly userId: UserId; readonly occasion: Cause },
): Promise<void> {
  directConversationsAreFixed(channel);
  const leaver = await tx.accessMembership(channel.id, userId);
  const first = needsSuccessor(channel, leaver) ? await tx.findFirstMember(channel.id, userId) : undefined;
  await tx.record(depart(channel, leaver, { first, at: occasion.at }), occasion);
}
