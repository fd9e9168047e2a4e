import type { ConnectRouter, ServiceImpl } from "@connectrpc/connect";
import { OversightService } from "../../../../gen/chatter/auth/v1/oversight_pb.js";
import { parseId } from "../../../kernel/ids.ts";
import type { Resource, ResourceType } from "../../../platform/authz/authorizer.ts";
import { endSessionsOf } from "../application/end-sessions-of.ts";
import { listSessionsOf } from "../application/list-sessions-of.ts";
import { refuse } from "../domain/errors.ts";
import { apiCallMethods } from "./api-call-methods.ts";
import type { AuthServiceDeps } from "./entrance.ts";
import { changeToProto, endedSessionToProto, relationshipToProto } from "./oversight-to-proto.ts";
import { changeToken, parseChangeToken } from "./page-token.ts";
import { sessionToProto } from "./to-proto.ts";

type Service = ServiceImpl<typeof OversightService>;

const PAGE = 100;

/** Serves OversightService. */
export function oversightRoutes(deps: AuthServiceDeps): (router: ConnectRouter) => void {
  const service: Service = { ...rightsMethods(deps), ...deviceMethods(deps), ...apiCallMethods(deps) };
  return (router) => router.service(OversightService, service);
}

function rightsMethods({
  gate,
  oversight,
}: AuthServiceDeps): Pick<Service, "explainPermission" | "listRelationshipChanges"> {
  return {
    async explainPermission({ userId, resource, permission }, context) {
      await gate.org(context, "manage");
      const explanation = await oversight.explain(parseId("usr", userId), permission, resourceOf(resource));
      if (explanation === undefined) throw refuse("PERMISSION_UNKNOWN", { permission });
      const { permitted, grantedBy, missing, deniedBy } = explanation;
      return {
        permitted,
        grantedBy: grantedBy.map(relationshipToProto),
        missing: missing.map(relationshipToProto),
        deniedBy: deniedBy.map(relationshipToProto),
      };
    },
    async listRelationshipChanges({ resource, userId, pageSize = PAGE, pageToken }, context) {
      await gate.org(context, "manage");
      const found = await oversight.listChanges({
        resource: resource || undefined,
        user: userId === "" ? undefined : parseId("usr", userId),
        before: parseChangeToken(pageToken),
        limit: pageSize + 1,
      });
      const changes = found.slice(0, pageSize);
      const next = found.length > pageSize ? changes.at(-1)?.id : undefined;
      return { changes: changes.map(changeToProto), nextPageToken: changeToken(next) };
    },
  };
}

function deviceMethods(deps: AuthServiceDeps): Pick<Service, "listAccountSessions" | "endAccountSessions"> {
  const { gate } = deps;
  return {
    async listAccountSessions({ userId }, context) {
      const actor = await gate.org(context, "manage");
      const { sessions, ended } = await listSessionsOf(deps, actor, parseId("usr", userId));
      return {
        sessions: sessions.map((session) => sessionToProto(session, actor)),
        ended: ended.map(endedSessionToProto),
      };
    },
    async endAccountSessions({ userId, sessionId }, context) {
      const actor = await gate.org(context, "manage");
      const only = sessionId === "" ? undefined : parseId("ses", sessionId);
      return { sessions: await endSessionsOf(deps, actor, { userId: parseId("usr", userId), only }) };
    },
  };
}

/** Its form is checked by the contract. */
function resourceOf(text: string): Resource<ResourceType> {
  const [type, id = ""] = text.split(":");
  return { type: type as ResourceType, id };
}
