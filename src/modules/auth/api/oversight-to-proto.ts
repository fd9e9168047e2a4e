import { create } from "@bufbuild/protobuf";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import {
  EndedSessionSchema,
  RelationshipChangeSchema,
  RelationshipSchema,
} from "../../../../gen/chatter/auth/v1/oversight_pb.js";
import type { Relationship } from "../../../platform/authz/authorizer.ts";
import type { RelationshipChange } from "../../../platform/authz/oversight.ts";
import type { EndedSession } from "../domain/session.ts";

export const relationshipToProto = ({ resource, relation, subject }: Relationship) =>
  create(RelationshipSchema, { resource, relation, subject });

export const changeToProto = (change: RelationshipChange) =>
  create(RelationshipChangeSchema, {
    relationship: relationshipToProto(change),
    removed: change.removed,
    changedBy: change.by ?? "",
    changedAt: timestampFromDate(change.at),
  });

export const endedSessionToProto = ({ endedAt, endedBy, userAgent, address }: EndedSession) =>
  create(EndedSessionSchema, { endedAt: timestampFromDate(endedAt), endedBy, userAgent, address });
