import { LRUCache } from "lru-cache";
import type { Relationship } from "../authorizer.ts";
import type { Question } from "../permission-engine.ts";
import { isPersonal } from "../relationship.ts";
import { type Schema, typeOf } from "../schema.ts";
import type { Timeline } from "../timeline.ts";

/**
 * What was answered with yes, and when that was asked. What changes is not looked for among the answers:
 * the change is remembered, and an answer that was asked for before it is not used. A relationship of one
 * person can change any answer about that person; one that many share, those about its resource and about
 * resources of types that refer to it.
 */
export class Answers {
  readonly #asked: LRUCache<string, number>;
  readonly #changes: LRUCache<string, number>;
  readonly #timeline: Timeline;
  readonly #referrers: ReadonlyMap<string, ReadonlySet<string>>;
  /** The latest of the changes that are not remembered one by one any more. */
  #forgotten = Number.NEGATIVE_INFINITY;

  constructor(schema: Schema, timeline: Timeline, capacity: number) {
    this.#timeline = timeline;
    this.#referrers = referrersIn(schema);
    this.#asked = new LRUCache({ max: capacity });
    this.#changes = new LRUCache({
      max: capacity,
      dispose: (at, _, reason) => {
        if (reason === "evict") this.#forgotten = Math.max(this.#forgotten, at);
      },
    });
  }

  has(question: Question): boolean {
    const asked = this.#asked.get(keyOf(question));
    return asked !== undefined && asked >= this.#latestChange(question) && asked >= question.notBefore;
  }

  keep(question: Pick<Question, "person" | "permission" | "resource">, asked: number): void {
    this.#asked.set(keyOf(question), asked);
  }

  changed(relationship: Relationship): void {
    const { resource, subject } = relationship;
    if (isPersonal(subject)) return this.#change(subject);
    this.#change(resource);
    for (const type of this.#referrers.get(typeOf(resource)) ?? []) this.#change(type);
  }

  #change(what: string): void {
    this.#changes.set(what, this.#timeline());
  }

  #latestChange({ person, resource }: Question): number {
    const of = (what: string): number => this.#changes.get(what) ?? Number.NEGATIVE_INFINITY;
    return Math.max(this.#forgotten, of(person), of(resource), of(typeOf(resource)));
  }
}

const keyOf = ({ person, permission, resource }: Pick<Question, "person" | "permission" | "resource">) =>
  `${resource}#${permission}@${person}`;

/** For each type those whose answers may depend on relationships of its objects, by any number of steps. */
export function referrersIn(schema: Schema): ReadonlyMap<string, ReadonlySet<string>> {
  const referrers = new Map([...schema.keys()].map((type) => [type, new Set<string>()]));
  for (const [type, { relations }] of schema) {
    for (const { subjects } of relations.values()) {
      for (const subject of subjects) referrers.get(subject.split(/[#:]/, 1).join())?.add(type);
    }
  }
  for (const all of referrers.values()) {
    // What is added while iterating is visited too.
    for (const type of all) for (const further of referrers.get(type) ?? []) all.add(further);
  }
  return referrers;
}
