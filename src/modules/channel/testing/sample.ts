import { systemClock } from "../../../kernel/clock.ts";
import { createIds, type UserId } from "../../../kernel/ids.ts";
import type { Channel } from "../domain/channel.ts";
import type { Membership } from "../domain/membership.ts";

const ids = createIds(systemClock);

export const newUser = (): UserId => ids.next("usr");

export function sampleChannel(given: Partial<Channel> = {}): Channel {
  return {
    id: ids.next("chn"),
    orgId: ids.next("org"),
    kind: "public",
    name: "garden",
    topic: "roses",
    description: "what grows",
    createdBy: newUser(),
    archivedAt: undefined,
    isDefault: false,
    memberCount: 3,
    directUserIds: [],
    openTo: [],
    bookmarks: [],
    closed: false,
    ...given,
  };
}

export function sampleMembership(channel: Channel, given: Partial<Membership> = {}): Membership {
  return {
    channelId: channel.id,
    userId: newUser(),
    role: "member",
    joinedAt: systemClock.now(),
    readSeq: 0n,
    notificationLevel: "default",
    starred: false,
    position: undefined,
    byGroup: false,
    ...given,
  };
}
