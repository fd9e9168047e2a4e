import { v1 } from "@authzed/authzed-node";
import type { Relationship } from "../authorizer.ts";
import { typeOf } from "../schema.ts";
import type { SpiceDb, Write } from "./spicedb.ts";

/** The calls that are used, as SpiceDB's own client names them. */
export type Calls = Pick<
  v1.ZedPromiseClientInterface,
  | "readSchema"
  | "writeSchema"
  | "readRelationships"
  | "writeRelationships"
  | "deleteRelationships"
  | "checkBulkPermissions"
>;

// As gRPC numbers them.
const NOT_FOUND = 5;
const FAILED_PRECONDITION = 9;

const AT_ONCE = 1_000;
const NOW: v1.Consistency = { requirement: { oneofKind: "fullyConsistent", fullyConsistent: true } };

export function createSpiceDb(calls: Calls, close: () => void): SpiceDb {
  return {
    async findSchema() {
      const found = await unlessCode(NOT_FOUND, calls.readSchema({}));
      return found?.schemaText;
    },
    async writeSchema(schema) {
      await calls.writeSchema({ schema });
    },
    async read(resource) {
      const request = v1.ReadRelationshipsRequest.create({
        consistency: NOW,
        relationshipFilter: filterOf(resource),
      });
      const found = await unlessCode(FAILED_PRECONDITION, calls.readRelationships(request));
      return (found ?? []).flatMap(({ relationship }) => (relationship ? [fromWire(relationship)] : []));
    },
    async write(write) {
      const { writtenAt } = await calls.writeRelationships(
        v1.WriteRelationshipsRequest.create(toWire(write)),
      );
      return tokenOf(writtenAt);
    },
    async clear(resourceType) {
      const request = v1.DeleteRelationshipsRequest.create({
        relationshipFilter: { resourceType },
        optionalLimit: AT_ONCE,
        optionalAllowPartialDeletions: true,
      });
      for (;;) {
        const { deletionProgress } = await calls.deleteRelationships(request);
        if (deletionProgress === v1.DeleteRelationshipsResponse_DeletionProgress.COMPLETE) return;
      }
    },
    async check(questions, token) {
      const items = questions.map(itemOf);
      const consistency = token === undefined ? NOW : atLeast(token);
      const request = v1.CheckBulkPermissionsRequest.create({ consistency, items });
      const { pairs } = await calls.checkBulkPermissions(request);
      return pairs.map(verdictOf);
    },
    close,
  };
}

async function unlessCode<T>(code: number, answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && (error as { code?: unknown }).code === code) return undefined;
    throw error;
  }
}

const atLeast = (token: string): v1.Consistency => ({
  requirement: { oneofKind: "atLeastAsFresh", atLeastAsFresh: { token } },
});

function tokenOf(written: v1.ZedToken | undefined): string {
  if (written === undefined) throw new Error("SpiceDB answered a write without a ZedToken");
  return written.token;
}

function toWire({ touch, remove, given, unless }: Write) {
  const { DELETE, TOUCH } = v1.RelationshipUpdate_Operation;
  const { MUST_MATCH, MUST_NOT_MATCH } = v1.Precondition_Operation;
  return {
    updates: [
      ...remove.map((it) => ({ operation: DELETE, relationship: relationshipToWire(it) })),
      ...touch.map((it) => ({ operation: TOUCH, relationship: relationshipToWire(it) })),
    ],
    optionalPreconditions: [
      ...(given ? [{ operation: MUST_MATCH, filter: exactly(given) }] : []),
      ...(unless === undefined ? [] : [{ operation: MUST_NOT_MATCH, filter: filterOf(unless) }]),
    ],
  };
}

const exactly = ({ resource, relation, subject }: Relationship): v1.RelationshipFilter => ({
  ...filterOf(resource),
  optionalRelation: relation,
  optionalSubjectFilter: {
    subjectType: typeOf(subject),
    optionalSubjectId: objectToWire(subject).objectId,
  },
});

function filterOf(resource: string): v1.RelationshipFilter {
  const { objectType, objectId } = objectToWire(resource);
  return v1.RelationshipFilter.create({ resourceType: objectType, optionalResourceId: objectId });
}

const itemOf = ({ resource, relation, subject }: Relationship) => ({
  resource: objectToWire(resource),
  permission: relation,
  subject: subjectToWire(subject),
});

function verdictOf({ response }: v1.CheckBulkPermissionsPair): boolean {
  if (response.oneofKind === "item") {
    return response.item.permissionship === v1.CheckPermissionResponse_Permissionship.HAS_PERMISSION;
  }
  const reason = response.oneofKind === "error" ? response.error.message : "no answer";
  throw new Error(`SpiceDB cannot tell: ${reason}`);
}

const relationshipToWire = ({ resource, relation, subject }: Relationship): v1.Relationship => ({
  resource: objectToWire(resource),
  relation,
  subject: subjectToWire(subject),
});

function objectToWire(object: string): v1.ObjectReference {
  const objectType = typeOf(object);
  return { objectType, objectId: object.slice(objectType.length + 1) };
}

function subjectToWire(subject: string): v1.SubjectReference {
  const [object = "", optionalRelation = ""] = subject.split("#");
  return { object: objectToWire(object), optionalRelation };
}

function fromWire({ resource, relation, subject }: v1.Relationship): Relationship {
  const set = subject?.optionalRelation ? `#${subject.optionalRelation}` : "";
  return { resource: fromObject(resource), relation, subject: `${fromObject(subject?.object)}${set}` };
}

const fromObject = (object: v1.ObjectReference | undefined): string =>
  object ? `${object.objectType}:${object.objectId}` : "";
