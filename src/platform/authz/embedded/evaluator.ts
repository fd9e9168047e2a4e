import type { Lookups } from "../lookup-metrics.ts";
import type { PermissionEngine } from "../permission-engine.ts";
import type { ReadTuples } from "../records/tuple-store.ts";
import type { Schema } from "../schema.ts";
import type { Timeline } from "../timeline.ts";
import { FactCache, factKeyOf } from "./fact-cache.ts";
import { answer } from "./question.ts";

interface EvaluatorOptions {
  readonly schema: Schema;
  readonly readTuples: ReadTuples;
  readonly timeline: Timeline;
  /** Facts in memory at most. */
  readonly capacity: number;
  readonly lookups?: Lookups | undefined;
}

/** Evaluates the schema here, from facts in memory that are read from the database where they are missing. */
export function createEvaluator(options: EvaluatorOptions): PermissionEngine {
  const { schema, readTuples, timeline, capacity, lookups } = options;
  const cache = new FactCache(readTuples, timeline, capacity, lookups);
  return {
    async decide(question) {
      const asked = timeline();
      if (await answer(schema, cache, question)) return true;
      // What was read for this question is not read again.
      return answer(schema, cache, { ...question, notBefore: Math.max(question.notBefore, asked) });
    },
    changed(relationships) {
      for (const relationship of relationships) cache.invalidate(factKeyOf(relationship));
    },
  };
}
