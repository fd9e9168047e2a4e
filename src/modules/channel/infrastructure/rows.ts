import type { UserId } from "../../../kernel/ids.ts";
import type { MyChannel } from "../application/ports.ts";
import type { Channel } from "../domain/channel.ts";
import type { Membership } from "../domain/membership.ts";
import type { ChannelRow, MemberRow } from "./schema.ts";

/** What makes a direct conversation the one of exactly these people, who come sorted. */
export const directKey = (people: readonly UserId[]): string => people.join(" ");

export const peopleOf = (key: string): readonly UserId[] => key.split(" ") as UserId[];

export function toChannel(row: ChannelRow): Channel {
  return {
    id: row.id,
    orgId: row.org_id,
    kind: row.kind,
    name: row.name,
    topic: row.topic,
    description: row.description,
    createdBy: row.created_by,
    archivedAt: row.archived_at ?? undefined,
    isDefault: row.is_default,
    memberCount: row.member_count,
    directUserIds: row.direct_key === null ? [] : peopleOf(row.direct_key),
    openTo: row.open_to,
    closed: row.closed,
    bookmarks: row.bookmarks,
  };
}

export function toMembership(row: MemberRow): Membership {
  return {
    channelId: row.channel_id,
    userId: row.user_id,
    role: row.role,
    joinedAt: row.joined_at,
    readSeq: row.read_seq,
    notificationLevel: row.notification_level,
    starred: row.starred,
    position: row.position ?? undefined,
    byGroup: row.by_group,
  };
}

export function toMyChannel(row: ChannelRow & MemberRow): MyChannel {
  return { channel: toChannel(row), membership: toMembership(row) };
}
