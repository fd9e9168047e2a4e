import type { Question } from "../permission-engine.ts";
import type { Schema } from "../schema.ts";
import { evaluate, type Facts } from "./evaluate.ts";
import { type Fact, type FactCache, factKey } from "./fact-cache.ts";

/** On facts no older than the question says. One statement for each step along the arrows and sets of which not everything is known. */
export async function answer(schema: Schema, cache: FactCache, question: Question): Promise<boolean> {
  const facts = new KnownFacts(cache, question);
  for (;;) {
    const answer = evaluate(schema, facts, question.resource, question.permission);
    if (answer !== undefined) return answer;
    await facts.loadMissing();
  }
}

/** What is found in memory or has been loaded for this question; and what was missing. */
export class KnownFacts implements Facts {
  readonly #cache: FactCache;
  readonly #question: Question;
  readonly #loaded = new Map<string, Fact>();
  readonly #missing = new Set<string>();

  constructor(cache: FactCache, question: Question) {
    this.#cache = cache;
    this.#question = question;
  }

  holds(resource: string, relation: string): boolean | undefined {
    return this.#find(factKey(resource, this.#question.person))?.subjects.has(relation);
  }

  shared(resource: string, relation: string): readonly string[] | undefined {
    const fact = this.#find(factKey(resource));
    return fact && (fact.subjects.get(relation) ?? []);
  }

  /** Nothing that was asked was missing. */
  areEnough(): boolean {
    return this.#missing.size === 0;
  }

  async loadMissing(): Promise<void> {
    const missing = [...this.#missing];
    this.#missing.clear();
    const facts = await this.#cache.load(missing);
    for (const key of missing) {
      const fact = facts.get(key);
      if (fact) this.#loaded.set(key, fact);
    }
  }

  #find(key: string): Fact | undefined {
    const fact = this.#loaded.get(key) ?? this.#cache.find(key, this.#question.notBefore);
    if (!fact) this.#missing.add(key);
    return fact;
  }
}
