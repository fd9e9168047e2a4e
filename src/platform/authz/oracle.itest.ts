import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileSchema } from "./compile-schema.ts";
import { allQuestions, library, program } from "./testing/random-rights.ts";
import { openOracle } from "./testing/spicedb.ts";
import { answers } from "./testing/tuples.ts";

/** To one set of relationships. */
const QUESTIONS = { minLength: 50, maxLength: 50 };

describe("the evaluation agrees with SpiceDB", () => {
  it.each([
    ["the program's schema", program],
    ["a schema of sets and nesting", library],
  ])(
    "on %s, whatever the relationships",
    async (_, { text, resources, tuples }) => {
      const schema = compileSchema(text);
      const questions = allQuestions(schema, resources);
      const oracle = await openOracle(text);
      await fc.assert(
        fc.asyncProperty(fc.subarray(tuples), fc.subarray(questions, QUESTIONS), async (some, asked) => {
          const ours = await answers(schema, some, asked);
          const theirs = await oracle.answers(some, asked);
          const differing = asked.filter((_, index) => ours[index] !== theirs[index]);
          expect(differing).toEqual([]);
        }),
        { numRuns: 15 },
      );
      oracle.close();
    },
    30_000,
  );
});
