import { create } from "@bufbuild/protobuf";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import {
  AccountSchema,
  ApiKeySchema,
  InvitationSchema,
  SessionSchema,
  SignInMethod as WireMethod,
  RegistrationMode as WireMode,
  Role as WireRole,
} from "../../../../gen/chatter/auth/v1/auth_pb.js";
import {
  PasskeySchema,
  SignInSchema,
  SignInResult as WireResult,
} from "../../../../gen/chatter/auth/v1/sign_in_pb.js";
import type { Actor } from "../../../kernel/actor.ts";
import type { RegistrationMode } from "../application/ports.ts";
import { type Account, isActive } from "../domain/account.ts";
import type { ApiKey } from "../domain/api-key.ts";
import type { Invitation } from "../domain/invitation.ts";
import type { Passkey } from "../domain/passkey.ts";
import type { Role } from "../domain/role.ts";
import { expiryOf, type Session, type SignInMethod } from "../domain/session.ts";
import type { SignIn, SignInResult } from "../domain/sign-in.ts";

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

const signInMethods: Readonly<Record<SignInMethod, WireMethod>> = {
  password: WireMethod.PASSWORD,
  passkey: WireMethod.PASSKEY,
  totp: WireMethod.TOTP,
  recoveryCode: WireMethod.RECOVERY_CODE,
  provider: WireMethod.PROVIDER,
  providerAndFactor: WireMethod.PROVIDER_AND_FACTOR,
};

const results: Readonly<Record<SignInResult, WireResult>> = {
  in: WireResult.IN,
  wrongPassword: WireResult.WRONG_PASSWORD,
  wrongCode: WireResult.WRONG_CODE,
  copiedPasskey: WireResult.COPIED_PASSKEY,
  deactivated: WireResult.DEACTIVATED,
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
    method: signInMethods[session.method],
  });
}

export function passkeyToProto(passkey: Passkey) {
  return create(PasskeySchema, {
    id: passkey.id,
    name: passkey.name,
    createdAt: timestampFromDate(passkey.createdAt),
    ...(passkey.lastUsedAt && { lastUsedAt: timestampFromDate(passkey.lastUsedAt) }),
    backedUp: passkey.backedUp,
    suspected: passkey.suspectedAt !== undefined,
  });
}

export function signInToProto(signIn: SignIn) {
  return create(SignInSchema, {
    userId: signIn.userId,
    at: timestampFromDate(signIn.at),
    method: signInMethods[signIn.method],
    result: results[signIn.result],
    address: signIn.address,
    userAgent: signIn.userAgent,
    newDevice: signIn.newDevice,
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
