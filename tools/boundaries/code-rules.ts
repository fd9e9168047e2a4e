import { type Expression, Visitor, type VisitorObject } from "oxc-parser";
import type { Manifests } from "./import-rules.ts";
import { type Place, placeOf } from "./place.ts";
import type { SourceFile } from "./source-file.ts";
import { foreignTables } from "./sql.ts";
import type { Violation } from "./violation.ts";

/** A rule about what code does, where the import rules look only at what it names at its top. */
export interface CodeRule {
  readonly name: string;
  readonly wayOut: string;
  appliesTo(place: Place): boolean;
  /** The visits of the syntax tree that report what breaks the rule. */
  look(report: Report, from: Place, manifests: Manifests): VisitorObject;
}

type Report = (found: string, node: { readonly start: number }) => void;

export const codeRules: readonly CodeRule[] = [
  {
    name: "the environment is read in cmd only",
    wayOut: "add the variable to cmd/environment.ts and pass the typed setting in",
    appliesTo: ({ path, test }) => /^(src|web\/src)\//.test(path) && !test,
    look: (report) => ({
      MemberExpression: (node) => {
        if (dotted(node) === "process.env") report("reads process.env", node);
      },
      VariableDeclarator: ({ id, init }) => {
        if (id.type === "ObjectPattern" && init && dotted(init) === "process")
          report("takes process apart", init);
      },
      ImportDeclaration: ({ source, specifiers }) => {
        const names = specifiers.map((it) => (it.type === "ImportSpecifier" ? nameOf(it.imported) : ""));
        if (/^(node:)?process$/.test(source.value) && names.includes("env")) report("imports env", source);
      },
    }),
  },
  {
    name: "time and ids are passed in",
    wayOut: "take a Clock or Ids from src/kernel/ as a dependency",
    appliesTo: ({ area, layer, test }) => area === "module" && /^(domain|application)$/.test(layer) && !test,
    look: (report) => ({
      CallExpression: (node) => {
        const called = dotted(node.callee);
        if (isUnpredictable(called)) report(`calls ${called}()`, node);
      },
      NewExpression: (node) => {
        if (dotted(node.callee) === "Date" && node.arguments.length === 0) report("calls new Date()", node);
      },
    }),
  },
  {
    name: "a repository names its own schema only",
    wayOut: "ask the other context through a port, or keep a read model of its events in your own schema",
    appliesTo: ({ area, layer }) => area === "module" && /^(infrastructure|migrations)$/.test(layer),
    look: (report, from, manifests) => {
      const inspect = (text: string, node: { readonly start: number }) => {
        for (const table of foreignTables(text, from.name, manifests.keys())) report(`names ${table}`, node);
      };
      return {
        Literal: (node) => {
          if (typeof node.value === "string") inspect(node.value, node);
        },
        TemplateElement: (node) => inspect(node.value.raw, node),
      };
    },
  },
];

export function checkCode(source: SourceFile, manifests: Manifests): Violation[] {
  const place = placeOf(source.path);
  const violations: Violation[] = [];
  for (const rule of codeRules) {
    if (!rule.appliesTo(place)) continue;
    const { name, wayOut } = rule;
    const report: Report = (found, { start }) =>
      violations.push({ rule: name, path: source.path, line: source.lineAt(start), found, wayOut });
    new Visitor(rule.look(report, place, manifests)).visit(source.program);
  }
  return violations;
}

const unpredictable = new Set(["Date", "Date.now", "Math.random", "performance.now"]);

function isUnpredictable(called: string): boolean {
  return (
    unpredictable.has(called) || /(^|\.)(randomUUID|randomBytes|randomInt|getRandomValues)$/.test(called)
  );
}

/** `a.b.c` of an expression made of names alone, with `globalThis.` left out; else the empty string. */
function dotted(node: Expression): string {
  if (node.type === "Identifier") return node.name;
  if (node.type !== "MemberExpression") return "";
  const object = dotted(node.object);
  const property =
    node.computed && node.property.type === "Literal" ? String(node.property.value) : nameOf(node.property);
  if (object === "" || property === "") return "";
  return object === "globalThis" ? property : `${object}.${property}`;
}

function nameOf(node: { readonly type: string }): string {
  return node.type === "Identifier" && "name" in node ? String(node.name) : "";
}
