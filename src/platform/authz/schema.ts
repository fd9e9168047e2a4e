/** A schema in the form in which it is evaluated: definitions by the name of their type. */
export type Schema = ReadonlyMap<string, Definition>;

export interface Definition {
  readonly relations: ReadonlyMap<string, Relation>;
  readonly permissions: ReadonlyMap<string, Expression>;
}

/** Which kinds of subjects may be related, and by that, what is worth looking up. */
export interface Relation {
  /** As they are written: user, user:*, org, team#member. */
  readonly subjects: ReadonlySet<string>;
  /** Single persons. */
  readonly persons: boolean;
  /** Everybody, or all who stand in a relation to something else. */
  readonly sets: boolean;
}

export type Expression =
  | { readonly kind: "nothing" }
  /** A relation or permission of the same resource. */
  | { readonly kind: "computed"; readonly name: string }
  /** A relation or permission of what is related to the resource. */
  | { readonly kind: "arrow"; readonly relation: string; readonly target: string }
  | {
      readonly kind: "union" | "intersection" | "exclusion";
      readonly left: Expression;
      readonly right: Expression;
    };

/** The type of subjects that are people. */
export const PERSON = "user";
/** Stands for all people. */
export const EVERYBODY = `${PERSON}:*`;

/** The part before the colon of `type:id`. */
export const typeOf = (object: string): string => object.slice(0, object.indexOf(":"));
