import { unreachable } from "../../../kernel/errors.ts";
import type { Relationship } from "../authorizer.ts";
import type { Explanation } from "../oversight.ts";
import type { Question } from "../permission-engine.ts";
import type { ReadTuples } from "../records/tuple-store.ts";
import { nameOf } from "../relationship.ts";
import { EVERYBODY, type Expression, type Relation, type Schema, typeOf } from "../schema.ts";
import { createTimeline } from "../timeline.ts";
import { FactCache } from "./fact-cache.ts";
import { KnownFacts } from "./question.ts";

/** As deep as the evaluation goes. */
const DEPTH = 50;
/** Facts that one explanation reads at most, and keeps until it is given. */
const FACTS = 10_000;

interface Known {
  readonly schema: Schema;
  readonly facts: KnownFacts;
  readonly person: string;
}

/** How a part of the answer came about. */
interface Grounds {
  readonly holds: boolean;
  /** What together makes it hold; empty where it does not. */
  readonly because: readonly Relationship[];
  /** Where it does not hold: what is not there, and what takes it away. */
  readonly missing: readonly Relationship[];
  readonly against: readonly Relationship[];
}

const NOT: Grounds = { holds: false, because: [], missing: [], against: [] };

/** Tells by the relationships as they are now. Throws on a name that the schema does not have. */
export async function explain(
  schema: Schema,
  readTuples: ReadTuples,
  question: Omit<Question, "notBefore">,
): Promise<Omit<Explanation, "permitted">> {
  const cache = new FactCache(
    readTuples,
    createTimeline(() => 0),
    FACTS,
  );
  const { person, resource, permission } = question;
  const facts = new KnownFacts(cache, { ...question, notBefore: Number.NEGATIVE_INFINITY });
  for (;;) {
    const { because, missing, against } = groundsOf({ schema, facts, person }, 0, resource, permission);
    if (facts.areEnough()) {
      return { grantedBy: distinct(because), missing: distinct(missing), deniedBy: distinct(against) };
    }
    await facts.loadMissing();
  }
}

// What is not known yet counts as absent: the caller reads it and begins anew.

function groundsOf(known: Known, depth: number, resource: string, name: string): Grounds {
  if (depth > DEPTH) throw new Error(`relationships nest deeper than ${DEPTH} at ${resource}#${name}`);
  const definition = known.schema.get(typeOf(resource));
  const expression = definition?.permissions.get(name);
  if (expression) return ofExpression(known, depth, resource, expression);
  const relation = definition?.relations.get(name);
  if (relation) return ofRelation(known, depth, resource, { ...relation, name });
  throw new Error(`${typeOf(resource)}#${name} is not in the schema`);
}

function ofRelation(
  known: Known,
  depth: number,
  resource: string,
  { name, persons, sets }: Relation & { readonly name: string },
): Grounds {
  const related = (subject: string): Relationship => ({ resource, relation: name, subject });
  const direct = related(known.person);
  if (persons && known.facts.holds(resource, name)) return granted([direct]);
  const ways: Grounds[] = persons ? [{ ...NOT, missing: [direct] }] : [];
  for (const subject of sets ? (known.facts.shared(resource, name) ?? []) : []) {
    if (subject === EVERYBODY) return granted([related(subject)]);
    const [object = "", set] = subject.split("#");
    if (set !== undefined) ways.push(by(related(subject), groundsOf(known, depth + 1, object, set)));
  }
  return anyOf(ways);
}

function ofExpression(known: Known, depth: number, resource: string, expression: Expression): Grounds {
  switch (expression.kind) {
    case "nothing":
      return NOT;
    case "computed":
      return groundsOf(known, depth + 1, resource, expression.name);
    case "arrow":
      return ofArrow(known, depth, resource, expression);
    case "union":
    case "intersection":
    case "exclusion": {
      const left = ofExpression(known, depth, resource, expression.left);
      const right = ofExpression(known, depth, resource, expression.right);
      if (expression.kind === "union") return anyOf([left, right]);
      return expression.kind === "intersection" ? both(left, right) : without(left, right);
    }
    default:
      return unreachable(expression);
  }
}

function ofArrow(
  known: Known,
  depth: number,
  resource: string,
  { relation, target }: Expression & { kind: "arrow" },
): Grounds {
  const objects = known.facts.shared(resource, relation) ?? [];
  if (objects.length > 0) {
    return anyOf(
      objects.map((subject) =>
        by({ resource, relation, subject }, groundsOf(known, depth + 1, subject, target)),
      ),
    );
  }
  const types = [...(known.schema.get(typeOf(resource))?.relations.get(relation)?.subjects ?? [])];
  return { ...NOT, missing: types.map((subject) => ({ resource, relation, subject })) };
}

const granted = (because: readonly Relationship[]): Grounds => ({ ...NOT, holds: true, because });

/** By way of a relationship that is there. */
const by = (way: Relationship, grounds: Grounds): Grounds =>
  grounds.holds ? granted([way, ...grounds.because]) : grounds;

function anyOf(ways: readonly Grounds[]): Grounds {
  return ways.find((way) => way.holds) ?? refused(ways);
}

function both(left: Grounds, right: Grounds): Grounds {
  if (left.holds && right.holds) return granted([...left.because, ...right.because]);
  return refused([left, right].filter((side) => !side.holds));
}

function without(left: Grounds, right: Grounds): Grounds {
  if (left.holds && !right.holds) return left;
  return refused([left.holds ? NOT : left, { ...NOT, against: right.because }]);
}

const refused = (ways: readonly Grounds[]): Grounds => ({
  ...NOT,
  missing: ways.flatMap((way) => way.missing),
  against: ways.flatMap((way) => way.against),
});

const distinct = (relationships: readonly Relationship[]): readonly Relationship[] => [
  ...new Map(relationships.map((it) => [nameOf(it), it])).values(),
];
