import { unreachable } from "../../../kernel/errors.ts";
import type { OrgId, UserId } from "../../../kernel/ids.ts";
import type { Relationship } from "../../../platform/authz/authorizer.ts";
import type { AuthEvent } from "../domain/events.ts";
import type { Role } from "../domain/role.ts";

export interface RelationshipChange {
  readonly touch?: readonly Relationship[];
  readonly remove?: readonly Relationship[];
  readonly by?: UserId | undefined;
}

/** The rights in the organisation that follow from what happened. Who is deactivated has none. */
export function relationshipsAfter(event: AuthEvent): RelationshipChange {
  switch (event.type) {
    case "AccountRegistered":
      return { touch: [inOrg(event, event.role)], by: event.userId };
    case "AccountReactivated":
      return { touch: [inOrg(event, event.role)], by: event.reactivatedBy };
    case "RoleChanged":
      return { remove: [inOrg(event, event.from)], touch: [inOrg(event, event.to)], by: event.changedBy };
    case "AccountDeactivated":
      return { remove: [inOrg(event, event.role)], by: event.deactivatedBy };
    case "AccountDeleted":
      return { remove: [inOrg(event, event.role)], by: event.deletedBy };
    case "SessionsEnded":
      return {};
    default:
      return unreachable(event);
  }
}

function inOrg(who: { readonly orgId: OrgId; readonly userId: UserId }, role: Role): Relationship {
  return { resource: `org:${who.orgId}`, relation: role, subject: `user:${who.userId}` };
}
