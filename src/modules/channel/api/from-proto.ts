import * as proto from "../../../../gen/chatter/channel/v1/channel_pb.js";
import type { MemberRole, NotificationLevel } from "../domain/membership.ts";

// What the proto file does not permit was refused before; these tables are total for the compiler.

const ROLES: Readonly<Record<proto.MemberRole, MemberRole>> = {
  [proto.MemberRole.UNSPECIFIED]: "member",
  [proto.MemberRole.MEMBER]: "member",
  [proto.MemberRole.MODERATOR]: "moderator",
  [proto.MemberRole.ADMIN]: "admin",
};

const LEVELS: Readonly<Record<proto.NotificationLevel, NotificationLevel>> = {
  [proto.NotificationLevel.UNSPECIFIED]: "default",
  [proto.NotificationLevel.EVERYTHING]: "everything",
  [proto.NotificationLevel.MENTIONS]: "mentions",
  [proto.NotificationLevel.NOTHING]: "nothing",
};

export const roleFromProto = (role: proto.MemberRole): MemberRole => ROLES[role];

export const levelFromProto = (level: proto.NotificationLevel): NotificationLevel => LEVELS[level];

export const kindFromProto = (kind: proto.ChannelKind): "public" | "private" =>
  kind === proto.ChannelKind.PRIVATE ? "private" : "public";
