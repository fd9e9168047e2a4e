import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileSchema, loadSchema } from "../compile-schema.ts";
import { nameOf, relationshipOf } from "../relationship.ts";
import type { Schema } from "../schema.ts";
import { allQuestions, library, program } from "../testing/random-rights.ts";
import { answers, readTuplesOf } from "../testing/tuples.ts";
import { explain } from "./explain.ts";

const tuples = [
  "org:acme#admin@user:anna",
  "org:acme#member@user:mia",
  "org:acme#guest@user:gus",
  "channel:town#public@org:acme",
  "channel:den#member@user:gus",
  "channel:old#public@org:acme",
  "channel:old#archived@user:*",
  "channel:old#member@user:mia",
  "assistant:amy#audience@channel:den#participant",
];

async function why(schema: Schema, some: readonly string[], question: string) {
  const { resource, relation, subject } = relationshipOf(question);
  const told = await explain(schema, readTuplesOf(some), { resource, permission: relation, person: subject });
  const names = (of: typeof told.missing): string[] => of.map(nameOf);
  return { because: names(told.grantedBy), missing: names(told.missing), against: names(told.deniedBy) };
}

describe("an explanation", () => {
  it.each<[question: string, because: string[]]>([
    ["channel:den#send_message@user:gus", ["channel:den#member@user:gus"]],
    ["channel:town#view@user:mia", ["channel:town#public@org:acme", "org:acme#member@user:mia"]],
    [
      "assistant:amy#ask@user:gus",
      ["assistant:amy#audience@channel:den#participant", "channel:den#member@user:gus"],
    ],
  ])("of %s tells the way from the resource to the person", async (question, because) => {
    expect(await why(loadSchema(), tuples, question)).toEqual({ because, missing: [], against: [] });
  });

  it("of a refusal tells what is not there", async () => {
    const { missing } = await why(loadSchema(), tuples, "channel:den#view@user:mia");
    expect(missing).toEqual([
      "channel:den#member@user:mia",
      "channel:den#moderator@user:mia",
      "channel:den#admin@user:mia",
      "channel:den#public@org",
    ]);
  });

  it("of a refusal tells what stands against it", async () => {
    const told = await why(loadSchema(), tuples, "channel:old#send_message@user:mia");
    expect(told).toEqual({ because: [], missing: [], against: ["channel:old#archived@user:*"] });
  });

  it.each([
    ["the program's schema", program],
    ["a schema of sets and nesting", library],
  ])(
    "on %s names relationships that suffice by themselves, and only where it is permitted",
    async (_, of) => {
      const schema = compileSchema(of.text);
      const question = fc.constantFrom(...allQuestions(schema, of.resources));
      await fc.assert(
        fc.asyncProperty(fc.subarray(of.tuples), question, async (some, asked) => {
          const [permitted] = await answers(schema, some, [asked]);
          const { because, missing, against } = await why(schema, some, asked);
          expect(because.length > 0).toBe(permitted);
          if (permitted) expect(await answers(schema, because, [asked])).toEqual([true]);
          for (const name of missing) expect(some).not.toContain(name);
          for (const name of [...because, ...against]) expect(some).toContain(name);
        }),
        { numRuns: 80 },
      );
    },
  );
});
