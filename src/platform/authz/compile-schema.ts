import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type {
  parse as Parse,
  ParsedExpression,
  ParsedObjectDefinition,
  ParsedRelation,
  ParsedSchema,
  TypeRef,
} from "@authzed/spicedb-parser-js";
import { unreachable } from "../../kernel/errors.ts";
import { type Definition, EVERYBODY, type Expression, PERSON, type Relation, type Schema } from "./schema.ts";

// The package's ESM entry names exports of a CommonJS package that Node does not find there.
const require = createRequire(import.meta.url);
const { parse } = require("@authzed/spicedb-parser-js") as { parse: typeof Parse };

/** The schema of the program, from the file beside this one. */
export function loadSchema(): Schema {
  return compileSchema(readFileSync(new URL("schema.zed", import.meta.url), "utf8"));
}

/**
 * Compiles a schema, or throws with everything that is wrong with it. Of SpiceDB's language it takes
 * definitions, relations to objects, sets and everybody, and permissions of union, intersection, exclusion,
 * arrow and nil; not caveats, expiration, partials, imports and named arrows.
 */
export function compileSchema(text: string): Schema {
  const { error, schema: parsed } = parse(text);
  if (!parsed) throw new SchemaError([error?.message.trim() ?? "it cannot be parsed"]);
  const faults: string[] = [];
  const schema = compileDefinitions(parsed, faults);
  if (!schema.has(PERSON)) faults.push(`there is no definition of ${PERSON}`);
  for (const [type, definition] of schema) checkReferences(schema, type, definition, faults);
  if (faults.length > 0) throw new SchemaError(faults);
  return schema;
}

class SchemaError extends Error {
  constructor(faults: readonly string[]) {
    super(`the authorisation schema is not usable:\n${faults.join("\n")}`);
    this.name = "SchemaError";
  }
}

function compileDefinitions({ definitions }: ParsedSchema, faults: string[]): Schema {
  const schema = new Map<string, Definition>();
  for (const definition of definitions) {
    if (definition.kind !== "objectDef") faults.push(`a ${definition.kind} at the top is not supported`);
    else if (schema.has(definition.name)) faults.push(`${definition.name} is defined twice`);
    else schema.set(definition.name, compileDefinition(definition, faults));
  }
  return schema;
}

function compileDefinition(parsed: ParsedObjectDefinition, faults: string[]): Definition {
  const relations = new Map<string, Relation>();
  const permissions = new Map<string, Expression>();
  if (parsed.partialReferences.length > 0) faults.push(`${parsed.name}: partials are not supported`);
  for (const { name } of [...parsed.relations, ...parsed.permissions]) {
    const where = `${parsed.name}#${name}`;
    if (relations.has(name) || permissions.has(name)) faults.push(`${where} is defined twice`);
    const relation = parsed.relations.find((it) => it.name === name);
    const permission = parsed.permissions.find((it) => it.name === name);
    if (relation) relations.set(name, compileRelation(relation, where, faults));
    else if (permission) permissions.set(name, compileExpression(permission.expr, where, faults));
  }
  return { relations, permissions };
}

function compileRelation(parsed: ParsedRelation, where: string, faults: string[]): Relation {
  const { types } = parsed.allowedTypes;
  if (types.some((type) => type.withCaveat)) faults.push(`${where}: caveats are not supported`);
  if (types.some((type) => type.withExpiration)) faults.push(`${where}: expiration is not supported`);
  const subjects = new Set(types.map(subjectOf));
  return {
    subjects,
    persons: subjects.has(PERSON),
    sets: types.some((type) => type.wildcard || type.relationName !== undefined),
  };
}

function subjectOf({ path, relationName, wildcard }: TypeRef): string {
  if (wildcard) return `${path}:*`;
  return relationName === undefined ? path : `${path}#${relationName}`;
}

function compileExpression(parsed: ParsedExpression, where: string, faults: string[]): Expression {
  switch (parsed.kind) {
    case "nil":
      return { kind: "nothing" };
    case "relationref":
      return { kind: "computed", name: parsed.relationName };
    case "arrow":
      return {
        kind: "arrow",
        relation: parsed.sourceRelation.relationName,
        target: parsed.targetRelationOrPermission,
      };
    case "binary":
      return {
        kind: parsed.operator,
        left: compileExpression(parsed.left, where, faults),
        right: compileExpression(parsed.right, where, faults),
      };
    case "namedarrow":
      faults.push(`${where}: .${parsed.functionName}() is not supported`);
      return { kind: "nothing" };
    default:
      return unreachable(parsed);
  }
}

function checkReferences(schema: Schema, type: string, definition: Definition, faults: string[]): void {
  for (const [name, { subjects }] of definition.relations) {
    for (const subject of subjects) {
      const known = subject === EVERYBODY || isKnown(schema, subject);
      if (!known) faults.push(`${type}#${name}: ${subject} is not defined, or not supported`);
    }
  }
  for (const [name, expression] of definition.permissions) {
    for (const fault of faultsOf(schema, definition, expression)) faults.push(`${type}#${name}: ${fault}`);
  }
}

function isKnown(schema: Schema, subject: string): boolean {
  const [type = "", name] = subject.split("#");
  return name === undefined ? schema.has(type) : has(schema.get(type), name);
}

const has = (definition: Definition | undefined, name: string): boolean =>
  definition !== undefined && (definition.relations.has(name) || definition.permissions.has(name));

function faultsOf(schema: Schema, definition: Definition, expression: Expression): string[] {
  switch (expression.kind) {
    case "nothing":
      return [];
    case "computed":
      return has(definition, expression.name) ? [] : [`${expression.name} is not defined`];
    case "arrow":
      return arrowFaults(schema, definition, expression);
    case "union":
    case "intersection":
    case "exclusion":
      return [
        ...faultsOf(schema, definition, expression.left),
        ...faultsOf(schema, definition, expression.right),
      ];
    default:
      return unreachable(expression);
  }
}

function arrowFaults(
  schema: Schema,
  definition: Definition,
  { relation, target }: Expression & { kind: "arrow" },
): string[] {
  const source = definition.relations.get(relation);
  if (!source) return [`${relation}, in front of an arrow, is not a relation`];
  return [...source.subjects]
    .filter((subject) => !has(schema.get(subject), target))
    .map((subject) => `${relation}->${target} leads nowhere for ${subject}`);
}
