import { readFileSync } from "node:fs";
import type { UserId } from "../../../kernel/ids.ts";
import type { Authorizer, Permissions, Relationship, ResourceType } from "../authorizer.ts";
import { relationshipOf } from "../relationship.ts";
import { type Schema, typeOf } from "../schema.ts";

const people = ["user:ann", "user:bob", "user:cem"];
const range = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

/** Every tuple of these parts. */
const each = (resource: string, relations: readonly string[], subjects: readonly string[]): string[] =>
  relations.flatMap((relation) => subjects.map((subject) => `${resource}#${relation}@${subject}`));

const orgs = ["org:0", "org:1"];
const groups = ["group:0", "group:1"];
const channels = ["channel:0", "channel:1", "channel:2"];

/** The program's own schema, and relationships of which a world may have any. */
export const program = {
  text: readFileSync(new URL("../schema.zed", import.meta.url), "utf8"),
  resources: [...orgs, ...groups, ...channels, "file:0", "call:0", "webhook:0", "assistant:0"],
  tuples: [
    ...orgs.flatMap((org) => each(org, ["owner", "admin", "member", "guest"], people)),
    ...channels.flatMap((channel) => [
      ...each(channel, ["org", "public"], orgs),
      ...each(channel, ["admin", "moderator", "member"], people),
      ...["archived", "closed"].map((relation) => `${channel}#${relation}@user:*`),
      ...groups.map((group) => `${channel}#open_to@${group}#member`),
    ]),
    ...groups.flatMap((group) => each(group, ["member"], people)),
    ...each("file:0", ["owner"], people),
    ...each("file:0", ["channel"], channels),
    ...each("call:0", ["host"], people),
    "call:0#channel@channel:0",
    ...each("webhook:0", ["owner"], people),
    "webhook:0#channel@channel:1",
    ...each("assistant:0", ["owner", "audience"], people),
    ...each("assistant:0", ["org", "public"], ["org:0"]),
    "assistant:0#audience@channel:2#participant",
  ],
};

/** What the program's own schema does not use: sets, sets of permissions, everybody among others, nesting. */
export const library = {
  text: `
    definition user {}
    definition team {
      relation lead: user
      relation member: user | team#member | team#staff
      permission staff = lead + member
      permission nobody = nil
    }
    definition shelf {
      relation parent: shelf
      relation reader: user | user:* | team#staff
      relation keeper: user | team#lead
      relation banned: user | user:* | team#member
      permission read = (reader + parent->read) - banned
      permission tidy = keeper & reader
      permission lend = (keeper + parent->tidy) & read
      permission mixed = reader + keeper & parent->read - banned + keeper
    }`,
  resources: ["team:0", "team:1", "team:2", "shelf:0", "shelf:1", "shelf:2"],
  tuples: range(3).flatMap((n) => [
    ...each(`team:${n}`, ["lead", "member"], people),
    ...range(n).flatMap((m) => [`team:${n}#member@team:${m}#member`, `team:${n}#member@team:${m}#staff`]),
    ...each(`shelf:${n}`, ["reader", "keeper", "banned"], people),
    ...each(`shelf:${n}`, ["reader", "banned"], ["user:*"]),
    ...range(3).flatMap((m) => [
      `shelf:${n}#reader@team:${m}#staff`,
      `shelf:${n}#keeper@team:${m}#lead`,
      `shelf:${n}#banned@team:${m}#member`,
    ]),
    ...range(n).map((m) => `shelf:${n}#parent@shelf:${m}`),
  ]),
};

/** Every relation and permission of every resource, for each person and a stranger. */
export function allQuestions(schema: Schema, resources: readonly string[]): string[] {
  return resources.flatMap((resource) => {
    const definition = schema.get(typeOf(resource));
    const names = [...(definition?.permissions.keys() ?? []), ...(definition?.relations.keys() ?? [])];
    return each(resource, names, [...people, "user:stranger"]);
  });
}

/** Names resources anew, so that the same relationships can be written into one database again and again. */
export function newWorld() {
  worlds += 1;
  const world = `w${worlds}-`;
  const inWorld = (name: string): Relationship =>
    relationshipOf(name.replace(/(^|@)(?!user:)(\w+):/g, `$1$2:${world}`));
  return {
    relationship: inWorld,
    /** Asks questions such as channel:0#view@user:ann. */
    ask: (authorizer: Pick<Authorizer, "check">, questions: readonly string[]): Promise<boolean[]> =>
      Promise.all(questions.map((question) => check(authorizer, inWorld(question)))),
  };
}

let worlds = 0;

function check(authorizer: Pick<Authorizer, "check">, { resource, relation, subject }: Relationship) {
  const type = typeOf(resource) as ResourceType;
  const user = subject.slice("user:".length) as UserId;
  const permission = relation as Permissions[ResourceType];
  return authorizer.check(user, permission, { type, id: resource.slice(type.length + 1) });
}
