import { unreachable } from "../../../kernel/errors.ts";
import { EVERYBODY, type Expression, type Relation, type Schema, typeOf } from "../schema.ts";

/** What is known of the stored relationships about one person; undefined where it must be looked up first. */
export interface Facts {
  /** Whether the person stands in the relation by themselves. */
  holds(resource: string, relation: string): boolean | undefined;
  /** The subjects of the relation that are not one person: objects, sets, everybody. */
  shared(resource: string, relation: string): readonly string[] | undefined;
}

/** Undefined: the facts do not suffice. All that could be asked for without them has been asked then. */
export type Answer = boolean | undefined;

/** As deep as SpiceDB goes by default. */
const DEPTH = 50;

interface Known {
  readonly schema: Schema;
  readonly facts: Facts;
}

/** Whether the person has the relation or permission. Throws where relationships nest too deep. */
export function evaluate(schema: Schema, facts: Facts, resource: string, name: string): Answer {
  return has({ schema, facts }, 0, resource, name);
}

function has(known: Known, depth: number, resource: string, name: string): Answer {
  if (depth > DEPTH) throw new Error(`relationships nest deeper than ${DEPTH} at ${resource}#${name}`);
  const definition = known.schema.get(typeOf(resource));
  const expression = definition?.permissions.get(name);
  if (expression) return satisfies(known, depth, resource, expression);
  const relation = definition?.relations.get(name);
  if (relation) return isRelated(known, depth, resource, { ...relation, name });
  throw new Error(`${typeOf(resource)}#${name} is not in the schema`);
}

function isRelated(
  known: Known,
  depth: number,
  resource: string,
  relation: Relation & { readonly name: string },
): Answer {
  const direct = relation.persons ? known.facts.holds(resource, relation.name) : false;
  if (direct === true || !relation.sets) return direct;
  return either(direct, () => {
    const subjects = known.facts.shared(resource, relation.name);
    if (subjects?.includes(EVERYBODY)) return true;
    return subjects && any(subjects, (subject) => isInSet(known, depth, subject));
  });
}

function isInSet(known: Known, depth: number, subject: string): Answer {
  const [resource = "", name] = subject.split("#");
  return name === undefined ? false : has(known, depth + 1, resource, name);
}

function satisfies(known: Known, depth: number, resource: string, expression: Expression): Answer {
  switch (expression.kind) {
    case "nothing":
      return false;
    case "computed":
      return has(known, depth + 1, resource, expression.name);
    case "arrow": {
      const objects = known.facts.shared(resource, expression.relation);
      return objects && any(objects, (object) => has(known, depth + 1, object, expression.target));
    }
    case "union":
    case "intersection":
    case "exclusion": {
      const left = satisfies(known, depth, resource, expression.left);
      const right = (): Answer => satisfies(known, depth, resource, expression.right);
      if (expression.kind === "union") return either(left, right);
      return both(left, expression.kind === "intersection" ? right : () => not(right()));
    }
    default:
      return unreachable(expression);
  }
}

// Kleene's logic of three values. The right side is asked even where the left one is unknown, so that what
// is missing for either is found in one go.

function either(left: Answer, right: () => Answer): Answer {
  if (left === true) return true;
  const other = right();
  return other === true || left === false ? other : undefined;
}

function both(left: Answer, right: () => Answer): Answer {
  if (left === false) return false;
  const other = right();
  return other === false || left === true ? other : undefined;
}

const not = (answer: Answer): Answer => (answer === undefined ? undefined : !answer);

function any<T>(items: readonly T[], holds: (item: T) => Answer): Answer {
  let answer: Answer = false;
  for (const item of items) {
    const one = holds(item);
    if (one === true) return true;
    if (one === undefined) answer = undefined;
  }
  return answer;
}
