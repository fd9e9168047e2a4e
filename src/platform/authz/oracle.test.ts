import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileSchema } from "./compile-schema.ts";
import type { Schema } from "./schema.ts";
import { typeOf } from "./schema.ts";
import { openOracle } from "./testing/spicedb.ts";
import { answers } from "./testing/tuples.ts";

const people = ["user:ann", "user:bob", "user:cem"];
const range = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

/** Every tuple of these parts. */
const each = (resource: string, relations: readonly string[], subjects: readonly string[]): string[] =>
  relations.flatMap((relation) => subjects.map((subject) => `${resource}#${relation}@${subject}`));

const orgs = ["org:0", "org:1"];
const channels = ["channel:0", "channel:1", "channel:2"];
const program = {
  text: readFileSync(new URL("schema.zed", import.meta.url), "utf8"),
  resources: [...orgs, ...channels],
  tuples: [
    ...orgs.flatMap((org) => each(org, ["owner", "admin", "member", "guest"], people)),
    ...channels.flatMap((channel) => [
      ...each(channel, ["org", "public"], orgs),
      ...each(channel, ["admin", "moderator", "member"], people),
      `${channel}#archived@user:*`,
    ]),
  ],
};

/** What the program's own schema does not use: sets, sets of permissions, everybody among others, nesting. */
const library = {
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
function allQuestions(schema: Schema, resources: readonly string[]): string[] {
  return resources.flatMap((resource) => {
    const definition = schema.get(typeOf(resource));
    const names = [...(definition?.permissions.keys() ?? []), ...(definition?.relations.keys() ?? [])];
    return each(resource, names, [...people, "user:stranger"]);
  });
}

describe("the evaluation agrees with SpiceDB", () => {
  it.each([
    ["the program's schema", program],
    ["a schema of sets and nesting", library],
  ])("on %s, whatever the relationships", async (_, { text, resources, tuples }) => {
    const schema = compileSchema(text);
    const questions = allQuestions(schema, resources);
    const oracle = await openOracle(text);
    await fc.assert(
      fc.asyncProperty(fc.subarray(tuples), async (some) => {
        const ours = await answers(schema, some, questions);
        const theirs = await oracle.answers(some, questions);
        const differing = questions.filter((_, index) => ours[index] !== theirs[index]);
        expect(differing).toEqual([]);
      }),
      { numRuns: 12 },
    );
    oracle.close();
  });
});
