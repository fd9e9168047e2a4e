import {
  AccountDeactivatedSchema,
  AccountDeletedSchema,
  AccountReactivatedSchema,
  AccountRegisteredSchema,
  RoleChangedSchema,
  SessionsEndedSchema,
} from "../../../../gen/chatter/auth/events/v1/events_pb.js";
import { unreachable } from "../../../kernel/errors.ts";
import type { PublishedEvent } from "../../../platform/outbox/event-bus.ts";
import { publish } from "../../../platform/rpc/events.ts";
import type { AuthEvent } from "../domain/events.ts";
import { roleToProto } from "./to-proto.ts";

/** What the other contexts are told of an event. */
export function publishedBy(event: AuthEvent): PublishedEvent {
  const { userId } = event;
  switch (event.type) {
    case "AccountRegistered": {
      const { orgId, role, name, createdOrgName = "", invitationId = "", preferredHandle = "" } = event;
      return publish(AccountRegisteredSchema, {
        userId,
        orgId,
        role: roleToProto(role),
        name,
        createdOrgName,
        invitationId,
        preferredHandle,
      });
    }
    case "RoleChanged": {
      const { orgId, to, changedBy = "" } = event;
      return publish(RoleChangedSchema, { userId, orgId, role: roleToProto(to), changedBy });
    }
    case "AccountDeactivated": {
      const { orgId, deactivatedBy } = event;
      return publish(AccountDeactivatedSchema, { userId, orgId, deactivatedBy });
    }
    case "AccountReactivated": {
      const { orgId, reactivatedBy } = event;
      return publish(AccountReactivatedSchema, { userId, orgId, reactivatedBy });
    }
    case "AccountDeleted": {
      const { orgId, deletedBy } = event;
      return publish(AccountDeletedSchema, { userId, orgId, deletedBy });
    }
    case "SessionsEnded": {
      const [sessionIds, apiKeyIds] = [[...event.sessionIds], [...event.apiKeyIds]];
      return publish(SessionsEndedSchema, { userId, sessionIds, apiKeyIds });
    }
    default:
      return unreachable(event);
  }
}
