import { Role } from "../../../../gen/chatter/auth/v1/auth_pb.js";
import type { Account } from "../../store/session/account.ts";
import { settingsText as t } from "../../text/settings.ts";

export type RoleName = Account["role"];

/** From the most to the least powerful. */
export const roleNames: readonly RoleName[] = ["owner", "admin", "member", "guest"];

const roles = { owner: Role.OWNER, admin: Role.ADMIN, member: Role.MEMBER, guest: Role.GUEST } as const;

export function toProtoRole(name: RoleName): Role {
  return roles[name];
}

export function roleNameOf(role: Role): RoleName {
  return roleNames.find((name) => roles[name] === role) ?? "guest";
}

/** What people read. */
export function roleText(name: RoleName): string {
  return t(`role.${name}`);
}

/** Sees all accounts and invitations and decides about them. */
export function isManager(role: RoleName): boolean {
  return role === "owner" || role === "admin";
}

/** The roles that somebody may give. The server has the last word; this only spares people a refusal. */
export function grantableRoles(granter: RoleName): readonly RoleName[] {
  if (granter === "owner") return roleNames;
  if (granter === "admin") return ["admin", "member", "guest"];
  return granter === "member" ? ["member", "guest"] : [];
}

/** Whether somebody may change the role of another, and end their account. */
export function mayDecideAbout(manager: RoleName, subject: RoleName): boolean {
  return isManager(manager) && (subject !== "owner" || manager === "owner");
}
