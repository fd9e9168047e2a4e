import { create } from "@bufbuild/protobuf";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import {
  AccountSchema,
  ApiKeySchema,
  InvitationSchema,
  SessionSchema,
  RegistrationMode as WireMode,
  Role as WireRole,
} from "../../../../gen/chatter/auth/v1/auth_pb.js";
import type { Actor } from "../../../kernel/actor.ts";
import type { RegistrationMode } from "../application/ports.ts";
import { type Account, isActive } from "../domain/account.ts";
import type { ApiKey } from "../domain/api-key.ts";
import type { Invitation } from "../domain/invitation.ts";
import type { Role } from "../domain/role.ts";
import { expiryOf, type Session } from "../domain/session.ts";

const roles: Readonly<Record<Role, WireRole>> = {
  owner: WireRole.OWNER,
  admin: WireRole.ADMIN,
  member: WireRole.MEMBER,
  guest: WireRole.GUEST,
};

const modes: Readonly<Record<RegistrationMode, WireMode>> = {
  open: WireMode.OPEN,
  invitation: WireMode.INVITATION,
  closed: WireMode.CLOSED,
};

export const roleToProto = (role: Role): WireRole => roles[role];
export const registrationModeToProto = (mode: RegistrationMode): WireMode => modes[mode];

export function accountToProto(account: Account) {
  return create(AccountSchema, {
    userId: account.userId,
    orgId: account.orgId,
    email: account.email,
    emailVerified: account.emailVerifiedAt !== undefined,
    role: roleToProto(account.role),
    deactivated: !isActive(account),
  });
}

export function sessionToProto(session: Session, actor: Actor) {
  return create(SessionSchema, {
    id: session.id,
    createdAt: timestampFromDate(session.createdAt),
    lastSeenAt: timestampFromDate(session.lastSeenAt),
    expiresAt: timestampFromDate(expiryOf(session)),
    userAgent: session.userAgent,
    address: session.address,
    current: session.id === actor.sessionId,
  });
}

export function apiKeyToProto(key: ApiKey) {
  return create(ApiKeySchema, {
    id: key.id,
    name: key.name,
    scopes: [...key.scopes],
    createdAt: timestampFromDate(key.createdAt),
    expiresAt: timestampFromDate(key.expiresAt),
    ...(key.lastUsedAt && { lastUsedAt: timestampFromDate(key.lastUsedAt) }),
  });
}

export function invitationToProto(invitation: Invitation) {
  return create(InvitationSchema, {
    id: invitation.id,
    role: roleToProto(invitation.role),
    email: invitation.email ?? "",
    createdBy: invitation.createdBy,
    createdAt: timestampFromDate(invitation.createdAt),
    expiresAt: timestampFromDate(invitation.expiresAt),
    usesLeft: invitation.usesLeft,
  });
}
