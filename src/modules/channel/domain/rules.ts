import { type Channel, isDirect } from "./channel.ts";
import { refuse } from "./errors.ts";
import type { Membership } from "./membership.ts";

export function archivedChannelsDoNotChange(channel: Channel): void {
  if (channel.archivedAt !== undefined) throw refuse("CHANNEL_ARCHIVED", { channelId: channel.id });
}

export function directConversationsAreFixed(channel: Channel): void {
  if (isDirect(channel)) throw refuse("DIRECT_IS_FIXED", { channelId: channel.id });
}

export function everybodyComesToPublicChannels(channel: Channel): void {
  if (channel.kind !== "public") throw refuse("CHANNEL_NOT_PUBLIC", { channelId: channel.id });
}

/** `others` are all channels of the organisation that are default ones. */
export function newcomersComeSomewhere(channel: Channel, others: readonly Channel[]): void {
  const another = others.some(({ id, archivedAt }) => id !== channel.id && archivedAt === undefined);
  if (!another) throw refuse("LAST_DEFAULT_CHANNEL");
}

/** `first` is the member who would come first without the person who is to lose the role. */
export function privateChannelsKeepAnAdmin(first: Membership | undefined): void {
  if (first?.role !== "admin") throw refuse("LAST_ADMIN");
}
