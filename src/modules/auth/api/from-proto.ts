import { type Timestamp, timestampDate } from "@bufbuild/protobuf/wkt";
import { Role as WireRole } from "../../../../gen/chatter/auth/v1/auth_pb.js";
import type { KeyScope } from "../domain/api-key.ts";
import type { Invitation } from "../domain/invitation.ts";
import type { Role } from "../domain/role.ts";

/** The contract lets no request through that names no role. */
export function roleFromProto(role: WireRole): Role {
  return role === WireRole.OWNER ? "owner" : invitedRoleFromProto(role);
}

/** The contract lets no invitation through for an owner, nor for no role. */
export function invitedRoleFromProto(role: WireRole): Invitation["role"] {
  if (role === WireRole.ADMIN) return "admin";
  return role === WireRole.MEMBER ? "member" : "guest";
}

/** The contract knows no other words than these. */
export function scopesFromProto(scopes: readonly string[]): readonly KeyScope[] {
  return scopes.map((scope) => (scope === "write" ? "write" : "read"));
}

export function dateFromProto(timestamp: Timestamp | undefined): Date | undefined {
  return timestamp && timestampDate(timestamp);
}
