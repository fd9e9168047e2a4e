import { MemberRole } from "../../../../../../gen/chatter/channel/v1/channel_pb.js";
import type { Membership } from "../../../../store/channels/channel.ts";
import type { User } from "../../../../store/people/user.ts";
import { currentLanguage } from "../../../../text/language.ts";

export type RoleName = Membership["role"];

/** Somebody in a channel. */
export interface Member {
  readonly user: User;
  readonly role: RoleName;
}

/** From the most to the least powerful. */
export const roleNames = ["admin", "moderator", "member"] as const satisfies readonly RoleName[];

const protoRoles = {
  admin: MemberRole.ADMIN,
  moderator: MemberRole.MODERATOR,
  member: MemberRole.MEMBER,
} as const;

export function roleToProto(role: RoleName): MemberRole {
  return protoRoles[role];
}

export function roleFromProto(role: MemberRole): RoleName {
  return roleNames.find((name) => protoRoles[name] === role) ?? "member";
}

/** Those with the most to say first, then by name. */
export function byStanding(a: Member, b: Member): number {
  const standing = roleNames.indexOf(a.role) - roleNames.indexOf(b.role);
  return standing || a.user.name.localeCompare(b.user.name, currentLanguage());
}
