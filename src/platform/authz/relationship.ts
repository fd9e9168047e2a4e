import type { Relationship } from "./authorizer.ts";
import { EVERYBODY, PERSON, type Schema, typeOf } from "./schema.ts";

/** As relationships are usually written: channel:chn_1#member@user:usr_1. */
export const nameOf = ({ resource, relation, subject }: Relationship): string =>
  `${resource}#${relation}@${subject}`;

/** The relationship of such a name. */
export function relationshipOf(name: string): Relationship {
  const [resource = "", rest = ""] = name.split(/#(.*)/);
  const [relation = "", subject = ""] = rest.split(/@(.*)/);
  return { resource, relation, subject };
}

/** Throws where the schema knows no such relationship: that is a mistake in the program, not of a person. */
export function refuseUnknown(schema: Schema, relationship: Relationship): void {
  const { resource, relation, subject } = relationship;
  const subjects = schema.get(typeOf(resource))?.relations.get(relation)?.subjects;
  if (subjects?.has(kindOf(subject))) return;
  throw new Error(`${nameOf(relationship)} does not fit the authorisation schema`);
}

/** What a subject is, as schemas write it: user, user:*, org, org#member. */
function kindOf(subject: string): string {
  if (subject.endsWith(":*")) return subject;
  const [object = "", relation] = subject.split("#");
  return relation === undefined ? typeOf(object) : `${typeOf(object)}#${relation}`;
}

/** Whether a subject is one person. */
export const isPersonal = (subject: string): boolean =>
  subject.startsWith(`${PERSON}:`) && subject !== EVERYBODY && !subject.includes("#");
