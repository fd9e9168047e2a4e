import { archive } from "./alteration.ts";
import type { Channel } from "./channel.ts";
import type { ChannelEvent } from "./events.ts";
import { type Membership, withRole } from "./membership.ts";

/** A private channel is managed by its own admins alone, so it must not be left without one. */
export function needsSuccessor(channel: Channel, leaver: Membership): boolean {
  return channel.kind === "private" && leaver.role === "admin";
}

/**
 * Takes a person out. Where a successor is needed, `first` is the member who would come first now: the
 * highest in role, the longest there. Nobody could ever reach a private channel without members, so
 * the last to leave archives it, which also sets its name free.
 */
export function depart(
  channel: Channel,
  leaver: Membership,
  { first, at }: { readonly first: Membership | undefined; readonly at: Date },
): readonly ChannelEvent[] {
  const shrunk = { ...channel, memberCount: channel.memberCount - 1 };
  const left: ChannelEvent = { type: "member_left", channel: shrunk, userId: leaver.userId };
  if (!needsSuccessor(channel, leaver)) return [left];
  return [left, ...(first === undefined ? archive(shrunk, at) : withRole(first, "admin"))];
}
