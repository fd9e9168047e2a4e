import type { ApiKeyId, InvitationId, OrgId, SessionId, UserId } from "../../../kernel/ids.ts";
import type { Role } from "./role.ts";

export type AuthEvent =
  | AccountRegistered
  | RoleChanged
  | AccountDeactivated
  | AccountReactivated
  | AccountDeleted
  | SessionsEnded;

export interface AccountRegistered {
  readonly type: "AccountRegistered";
  readonly userId: UserId;
  readonly orgId: OrgId;
  readonly role: Role;
  readonly name: string;
  /** Set when this registration created the organisation. */
  readonly createdOrgName?: string;
  /** Set when the person came by an invitation. */
  readonly invitationId?: InvitationId;
  /** Set when an identity provider told what the person is called there. */
  readonly preferredHandle?: string;
}

export interface RoleChanged {
  readonly type: "RoleChanged";
  readonly userId: UserId;
  readonly orgId: OrgId;
  readonly from: Role;
  readonly to: Role;
  /** Undefined: the identity provider, by what it told at a sign-in. */
  readonly changedBy: UserId | undefined;
}

export interface AccountDeactivated {
  readonly type: "AccountDeactivated";
  readonly userId: UserId;
  readonly orgId: OrgId;
  readonly role: Role;
  readonly deactivatedBy: UserId;
}

export interface AccountReactivated {
  readonly type: "AccountReactivated";
  readonly userId: UserId;
  readonly orgId: OrgId;
  readonly role: Role;
  readonly reactivatedBy: UserId;
}

export interface AccountDeleted {
  readonly type: "AccountDeleted";
  readonly userId: UserId;
  readonly orgId: OrgId;
  readonly role: Role;
  readonly deletedBy: UserId;
}

/** These sessions and keys open nothing any more, and what they opened must be closed. */
export interface SessionsEnded {
  readonly type: "SessionsEnded";
  readonly userId: UserId;
  readonly sessionIds: readonly SessionId[];
  readonly apiKeyIds: readonly ApiKeyId[];
}

/** What is to be recorded of an end: nothing where nothing ended. */
export function sessionsEnded(
  userId: UserId,
  { sessionIds = [], apiKeyIds = [] }: Partial<Pick<SessionsEnded, "sessionIds" | "apiKeyIds">>,
): readonly SessionsEnded[] {
  if (sessionIds.length === 0 && apiKeyIds.length === 0) return [];
  return [{ type: "SessionsEnded", userId, sessionIds, apiKeyIds }];
}
