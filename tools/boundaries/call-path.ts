import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type ArrowFunctionExpression,
  type Function as FunctionNode,
  type Node,
  visitorKeys,
} from "oxc-parser";
import { readSource, type SourceFile } from "./source-file.ts";

/** A function, by its file and its name there: a declaration, a variable, or a method of an object. */
export interface Stop {
  readonly path: string;
  readonly name: string;
}

export interface CallPath {
  /** In the order in which they are reached. */
  readonly stops: readonly Stop[];
  /** Awaited calls of an object's method that the bindings do not explain, as `path: object.method`. */
  readonly unexplained: readonly string[];
}

/**
 * The stops that a call is handed through, read from the source below `root`. From a function it goes on
 * along every call that the function awaits, returns or lets run: by name in the same file, through value
 * imports into other files, and where it is a method of an object, to what `bindings` says that composition
 * puts there. What only takes values and gives values back is no stop: nothing is handed on to it.
 */
export function followCalls(root: string, start: Stop, bindings: ReadonlyMap<string, Stop>): CallPath {
  const stops = new Map<string, Stop>();
  const unexplained = new Set<string>();

  const follow = (stop: Stop, known: boolean): void => {
    const key = `${stop.path} ${stop.name}`;
    const found = stops.has(key) ? undefined : open(root, stop);
    if (found === undefined || !(known || isStep(found.body))) return;
    stops.set(key, stop);
    for (const { callee, awaited } of handedOn(found.body)) {
      const bound = bindings.get(callee);
      if (bound) follow(bound, true);
      else if (!isMethod(callee))
        follow(found.imported.get(callee) ?? { path: stop.path, name: callee }, false);
      else if (awaited) unexplained.add(`${stop.path}: ${callee}`);
    }
  };

  follow(start, true);
  return { stops: [...stops.values()], unexplained: [...unexplained] };
}

function open(root: string, { path, name }: Stop) {
  const file = join(root, path);
  if (!existsSync(file)) return undefined;
  const source = readSource(path, readFileSync(file, "utf8"));
  const body = functionNamed(source.program, name);
  return body && { body, imported: importedFunctions(source) };
}

type AnyFunction = FunctionNode | ArrowFunctionExpression;

function functionNamed(program: Node, name: string): AnyFunction | undefined {
  for (const node of nodesOf(program)) {
    const [itsName, value] = definition(node);
    if (itsName === name && isFunction(value)) return value;
  }
  return undefined;
}

function definition(node: Node): [name: string, value: Node | null] {
  switch (node.type) {
    case "FunctionDeclaration":
      return [node.id?.name ?? "", node];
    case "VariableDeclarator":
      return [nameOf(node.id), node.init];
    case "Property":
      return [nameOf(node.key), node.value];
    default:
      return ["", null];
  }
}

/** It can be waited for. */
function isStep({ async, returnType }: AnyFunction): boolean {
  const type = returnType?.typeAnnotation;
  return async || (type?.type === "TSTypeReference" && nameOf(type.typeName) === "Promise");
}

function* handedOn(body: Node): Generator<{ callee: string; awaited: boolean }> {
  for (const node of nodesOf(body)) {
    const call = continuation(node);
    if (call?.type === "CallExpression") {
      yield { callee: lastNames(call.callee), awaited: node.type === "AwaitExpression" };
    }
  }
}

function continuation(node: Node): Node | null | undefined {
  if (node.type === "AwaitExpression" || node.type === "ReturnStatement") return node.argument;
  if (node.type === "UnaryExpression" && node.operator === "void") return node.argument;
  return node.type === "ArrowFunctionExpression" ? node.body : undefined;
}

function importedFunctions({ program, imports }: SourceFile): ReadonlyMap<string, Stop> {
  const targets = new Map(imports.map(({ offset, target }) => [offset, target]));
  const names = new Map<string, Stop>();
  for (const node of program.body) {
    if (node.type !== "ImportDeclaration") continue;
    const target = targets.get(node.source.start);
    if (target?.kind !== "file") continue;
    for (const it of node.specifiers) {
      if (it.type === "ImportSpecifier")
        names.set(it.local.name, { path: target.path, name: nameOf(it.imported) });
    }
  }
  return names;
}

/** `deps.log.post` is `log.post`: what the object is called, wherever it was found. */
function lastNames(callee: Node): string {
  if (callee.type !== "MemberExpression") return nameOf(callee);
  const { object, property } = callee;
  const holder = object.type === "MemberExpression" ? nameOf(object.property) : nameOf(object);
  return holder === "" ? "" : `${holder}.${nameOf(property)}`;
}

function nameOf(node: Node): string {
  return node.type === "Identifier" ? node.name : "";
}

function isMethod(callee: string): boolean {
  return callee.includes(".");
}

const functions = ["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"];

function isFunction(node: Node | null): node is AnyFunction {
  return node !== null && functions.includes(node.type);
}

function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const key of visitorKeys[node.type] ?? []) {
    const below: unknown = Reflect.get(node, key);
    for (const child of Array.isArray(below) ? below : [below]) if (isNode(child)) yield* nodesOf(child);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value;
}
