import { LRUCache } from "lru-cache";
import type { Relationship } from "../authorizer.ts";
import { gather } from "../gather.ts";
import { type Lookups, noLookups } from "../lookup-metrics.ts";
import type { ReadTuples, Want } from "../records/tuple-store.ts";
import { isPersonal } from "../relationship.ts";
import type { Timeline } from "../timeline.ts";

/** All relationships of a resource with one person, or all that are shared, as they were at a moment. */
export interface Fact {
  /** Subjects by relation. */
  readonly subjects: ReadonlyMap<string, readonly string[]>;
  /** Before the database was asked. */
  readonly at: number;
}

/** Names a fact: its resource, and the person where it is about one. */
export const factKey = (resource: string, person?: string): string => `${resource}@${person ?? ""}`;

/** The fact that this relationship is part of. */
export function factKeyOf({ resource, subject }: Relationship): string {
  return factKey(resource, isPersonal(subject) ? subject : undefined);
}

const NONE: Fact["subjects"] = new Map();

/**
 * Facts in memory. Invariant: a fact that is found in the cache was read after the latest invalidation of
 * its key. Therefore a read that is in flight during the invalidation still answers who asked (they asked
 * before), but is not kept.
 */
export class FactCache {
  readonly #facts: LRUCache<string, Fact>;
  readonly #readTuples: ReadTuples;
  readonly #timeline: Timeline;
  readonly #lookups: Lookups;
  readonly #gathered = gather((keys) => this.#read(keys));
  /** Keys that were invalidated during the read in flight; there is one at most. */
  #outdated: Set<string> | undefined;

  constructor(readTuples: ReadTuples, timeline: Timeline, capacity: number, lookups = noLookups()) {
    this.#lookups = lookups;
    this.#facts = new LRUCache({ max: capacity });
    this.#readTuples = readTuples;
    this.#timeline = timeline;
  }

  /** What is known without asking, unless it is from before that moment. */
  find(key: string, notBefore: number): Fact | undefined {
    const fact = this.#facts.get(key);
    if (!fact || fact.at < notBefore) {
      this.#lookups.misses += 1;
      return undefined;
    }
    this.#lookups.hits += 1;
    return fact;
  }

  load(keys: readonly string[]): Promise<ReadonlyMap<string, Fact>> {
    return this.#gathered(keys);
  }

  invalidate(key: string): void {
    this.#facts.delete(key);
    this.#outdated?.add(key);
  }

  async #read(keys: readonly string[]): Promise<ReadonlyMap<string, Fact>> {
    const outdated = new Set<string>();
    this.#outdated = outdated;
    const at = this.#timeline();
    const found = group(await this.#readTuples(keys.map(wantOf)));
    const facts = new Map<string, Fact>();
    for (const key of keys) {
      const fact = { subjects: found.get(key) ?? NONE, at };
      facts.set(key, fact);
      if (!outdated.has(key)) this.#facts.set(key, fact);
    }
    return facts;
  }
}

function wantOf(key: string): Want {
  const end = key.lastIndexOf("@");
  return { resource: key.slice(0, end), person: key.slice(end + 1) || undefined };
}

function group(tuples: readonly Relationship[]): Map<string, Map<string, string[]>> {
  const found = new Map<string, Map<string, string[]>>();
  for (const tuple of tuples) {
    const key = factKeyOf(tuple);
    const relations = found.get(key) ?? new Map<string, string[]>();
    found.set(key, relations);
    const subjects = relations.get(tuple.relation) ?? [];
    relations.set(tuple.relation, subjects);
    subjects.push(tuple.subject);
  }
  return found;
}
