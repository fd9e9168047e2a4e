import { create } from "@bufbuild/protobuf";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { RelationshipChangeSchema, RelationshipSchema } from "../../../../gen/chatter/auth/v1/auth_pb.js";
import { parseId } from "../../../kernel/ids.ts";
import type { Relationship, Resource, ResourceType } from "../../../platform/authz/authorizer.ts";
import type { RelationshipChange } from "../../../platform/authz/oversight.ts";
import { refuse } from "../domain/errors.ts";
import type { AuthServiceDeps, Service } from "./entrance.ts";
import { changeToken, parseChangeToken } from "./page-token.ts";

type OversightMethods = Pick<Service, "explainPermission" | "listRelationshipChanges">;

const PAGE = 100;

/** The methods of those who answer for the rights of others. */
export function oversightMethods({ gate, oversight }: AuthServiceDeps): OversightMethods {
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

/** Its form is checked by the contract. */
function resourceOf(text: string): Resource<ResourceType> {
  const [type, id = ""] = text.split(":");
  return { type: type as ResourceType, id };
}

const relationshipToProto = ({ resource, relation, subject }: Relationship) =>
  create(RelationshipSchema, { resource, relation, subject });

const changeToProto = (change: RelationshipChange) =>
  create(RelationshipChangeSchema, {
    relationship: relationshipToProto(change),
    removed: change.removed,
    changedBy: change.by ?? "",
    changedAt: timestampFromDate(change.at),
  });
