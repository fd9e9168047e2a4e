import { gather } from "../gather.ts";
import { type Lookups, noLookups } from "../lookup-metrics.ts";
import type { PermissionEngine, Question } from "../permission-engine.ts";
import { nameOf, relationshipOf } from "../relationship.ts";
import type { Schema } from "../schema.ts";
import type { Timeline } from "../timeline.ts";
import { Answers } from "./answers.ts";
import type { Mirror } from "./mirror.ts";

interface SpiceDbEngineOptions {
  readonly mirror: Pick<Mirror, "available" | "check">;
  /** Answers while the mirror does not. */
  readonly evaluator: PermissionEngine;
  readonly schema: Schema;
  readonly timeline: Timeline;
  /** Answers in memory at most. */
  readonly capacity: number;
  readonly lookups?: Lookups | undefined;
}

/** Has SpiceDB decide. While it cannot, our evaluator does, from what it mirrors. */
export function createSpiceDbEngine(options: SpiceDbEngineOptions): PermissionEngine {
  const { mirror, evaluator, schema, timeline, capacity, lookups = noLookups() } = options;
  const answers = new Answers(schema, timeline, capacity);

  const askSpiceDb = gather(async (names) => {
    const asked = timeline();
    const questions = names.map(relationshipOf);
    const verdicts = await mirror.check(questions);
    for (const [n, { resource, relation, subject }] of questions.entries()) {
      if (verdicts[n]) answers.keep({ resource, permission: relation, person: subject }, asked);
    }
    return new Map(names.map((name, n) => [name, verdicts[n] === true]));
  });

  async function findVerdict({ resource, permission, person }: Question): Promise<boolean | undefined> {
    const name = nameOf({ resource, relation: permission, subject: person });
    try {
      return (await askSpiceDb([name])).get(name);
    } catch {
      // The mirror has told, and is looked after.
      return undefined;
    }
  }

  return {
    async decide(question) {
      if (answers.has(question)) {
        lookups.hits += 1;
        return true;
      }
      lookups.misses += 1;
      const verdict = mirror.available ? await findVerdict(question) : undefined;
      return verdict ?? evaluator.decide(question);
    },
    changed(relationships) {
      for (const relationship of relationships) answers.changed(relationship);
      evaluator.changed(relationships);
    },
  };
}
