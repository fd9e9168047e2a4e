import { create } from "@bufbuild/protobuf";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import * as proto from "../../../../gen/chatter/channel/v1/channel_pb.js";
import { timeOfId } from "../../../kernel/ids.ts";
import type { MyChannel } from "../application/ports.ts";
import type { Channel, ChannelKind } from "../domain/channel.ts";
import type { MemberRole, Membership, NotificationLevel } from "../domain/membership.ts";

const KINDS: Readonly<Record<ChannelKind, proto.ChannelKind>> = {
  public: proto.ChannelKind.PUBLIC,
  private: proto.ChannelKind.PRIVATE,
  direct: proto.ChannelKind.DIRECT,
  group_direct: proto.ChannelKind.GROUP_DIRECT,
};

const ROLES: Readonly<Record<MemberRole, proto.MemberRole>> = {
  member: proto.MemberRole.MEMBER,
  moderator: proto.MemberRole.MODERATOR,
  admin: proto.MemberRole.ADMIN,
};

const LEVELS: Readonly<Record<NotificationLevel, proto.NotificationLevel>> = {
  default: proto.NotificationLevel.UNSPECIFIED,
  everything: proto.NotificationLevel.EVERYTHING,
  mentions: proto.NotificationLevel.MENTIONS,
  nothing: proto.NotificationLevel.NOTHING,
};

export const roleToProto = (role: MemberRole): proto.MemberRole => ROLES[role];

export function channelToProto(channel: Channel): proto.Channel {
  return create(proto.ChannelSchema, {
    id: channel.id,
    kind: KINDS[channel.kind],
    name: channel.name,
    topic: channel.topic,
    description: channel.description,
    isDefault: channel.isDefault,
    archived: channel.archivedAt !== undefined,
    createdBy: channel.createdBy,
    createdAt: timestampFromDate(timeOfId(channel.id)),
    memberCount: channel.memberCount,
    directUserIds: [...channel.directUserIds],
    groupIds: [...channel.openTo],
    closed: channel.closed,
    bookmarks: channel.bookmarks.map(({ id, title, url, emoji }) => ({ id, title, url, emoji })),
  });
}

export function membershipToProto(membership: Membership): proto.Membership {
  return create(proto.MembershipSchema, {
    channelId: membership.channelId,
    role: ROLES[membership.role],
    readSeq: membership.readSeq,
    notificationLevel: LEVELS[membership.notificationLevel],
    starred: membership.starred,
    ...(membership.position === undefined ? {} : { position: membership.position }),
  });
}

export function memberToProto({ userId, role, joinedAt }: Membership): proto.Member {
  return create(proto.MemberSchema, { userId, role: ROLES[role], joinedAt: timestampFromDate(joinedAt) });
}

export const myChannelToProto = ({ channel, membership }: MyChannel) => ({
  channel: channelToProto(channel),
  membership: membershipToProto(membership),
});
