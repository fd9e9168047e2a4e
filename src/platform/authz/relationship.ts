import type { Relationship } from "./authorizer.ts";
import { type Schema, typeOf } from "./schema.ts";

/** Throws where the schema knows no such relationship: that is a mistake in the program, not of a person. */
export function refuseUnknown(schema: Schema, { resource, relation, subject }: Relationship): void {
  const kind = kindOf(subject);
  const subjects = schema.get(typeOf(resource))?.relations.get(relation)?.subjects;
  if (subjects?.has(kind)) return;
  throw new Error(`${resource}#${relation}@${subject} does not fit the authorisation schema`);
}

/** What a subject is, as schemas write it: user, user:*, org, org#member. */
function kindOf(subject: string): string {
  if (subject.endsWith(":*")) return subject;
  const [object = "", relation] = subject.split("#");
  return relation === undefined ? typeOf(object) : `${typeOf(object)}#${relation}`;
}
