import type { Relationship } from "../authorizer.ts";
import { FactCache } from "../embedded/fact-cache.ts";
import { answer } from "../embedded/question.ts";
import type { ReadTuples, Want } from "../records/tuple-store.ts";
import { relationshipOf } from "../relationship.ts";
import { EVERYBODY, PERSON, type Schema } from "../schema.ts";
import { createTimeline } from "../timeline.ts";

/** Relationships in memory, read as the ones in the database are. */
export function readTuplesOf(tuples: readonly string[]): ReadTuples {
  const all = tuples.map(relationshipOf);
  return async (wants) => wants.flatMap((want) => all.filter((tuple) => isWanted(tuple, want)));
}

function isWanted({ resource, subject }: Relationship, want: Want): boolean {
  if (resource !== want.resource) return false;
  if (want.person !== undefined) return subject === want.person;
  return subject === EVERYBODY || !subject.startsWith(`${PERSON}:`);
}

/** Asks many questions, such as channel:x#view@user:ann, over these relationships. */
export function answers(
  schema: Schema,
  tuples: readonly string[],
  questions: readonly string[],
): Promise<boolean[]> {
  const cache = new FactCache(
    readTuplesOf(tuples),
    createTimeline(() => 0),
    10_000,
  );
  return Promise.all(
    questions.map(relationshipOf).map(({ resource, relation, subject }) => {
      const question = { resource, permission: relation, person: subject };
      return answer(schema, cache, { ...question, notBefore: Number.NEGATIVE_INFINITY });
    }),
  );
}
