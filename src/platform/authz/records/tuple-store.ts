import { type Kysely, sql } from "kysely";
import type { OpenTransaction } from "../../postgres/database.ts";
import type { Relationship } from "../authorizer.ts";

/** What is wanted of a resource: how one person is related to it, or, without a person, all that is shared. */
export interface Want {
  readonly resource: string;
  readonly person: string | undefined;
}

/** Where relationships are read from, many questions in one statement. */
export type ReadTuples = (wants: readonly Want[]) => Promise<readonly Relationship[]>;

export function readTuplesFrom(db: Kysely<unknown>): ReadTuples {
  return async (wants) => {
    const personal = wants.filter((want) => want.person !== undefined);
    const resources = personal.map((want) => want.resource);
    const persons = personal.map((want) => want.person);
    const shared = wants.filter((want) => want.person === undefined).map((want) => want.resource);
    const { rows } = await sql<Relationship>`
      select t.resource, t.relation, t.subject
      from unnest(${resources}::text[], ${persons}::text[]) as want (resource, subject)
      join authz.relation_tuples t on t.subject = want.subject and t.resource = want.resource
      union all
      select t.resource, t.relation, t.subject
      from unnest(${shared}::text[]) as want (resource)
      join authz.relation_tuples t on t.resource = want.resource and t.shared`.execute(db);
    return rows;
  };
}

export async function writeTuples(
  tx: OpenTransaction,
  change: {
    readonly remove: readonly Relationship[];
    readonly touch: readonly Relationship[];
    readonly by: string | undefined;
  },
): Promise<void> {
  const { remove, touch, by = null } = change;
  await sql`select authz.write(
    ${column(remove, "resource")}, ${column(remove, "relation")}, ${column(remove, "subject")},
    ${column(touch, "resource")}, ${column(touch, "relation")}, ${column(touch, "subject")}, ${by})`.execute(
    tx.sql,
  );
}

const column = (of: readonly Relationship[], name: keyof Relationship): string[] => of.map((it) => it[name]);
