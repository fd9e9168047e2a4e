import { globSync, readFileSync } from "node:fs";
import { createContextValues } from "@connectrpc/connect";
import { codeToHttpStatus, codeToString } from "@connectrpc/connect/protocol-connect";
import { type Expression, type ObjectPropertyKind, Visitor } from "oxc-parser";
import { AuthService } from "../../gen/chatter/auth/v1/auth_pb.js";
import { DomainError, type ErrorKind } from "../../src/kernel/errors.ts";
import { createLog } from "../../src/platform/log/log.ts";
import { createErrorAnswer } from "../../src/platform/rpc/errors.ts";
import { placeOf } from "../boundaries/place.ts";
import { readSource } from "../boundaries/source-file.ts";

export interface Reason {
  readonly reason: string;
  readonly kind: ErrorKind;
  readonly sentence: string;
  /** The context that refuses with it; undefined for what any call may be refused with. */
  readonly context: string | undefined;
}

const sources = "src/{kernel,platform,modules}/**/*.ts";

/** Every reason of every table `refusals({…})` in the server. */
export function collectReasons(root: string): Reason[] {
  const paths = globSync(sources, { cwd: root }).filter((path) => !placeOf(path).test);
  return paths.toSorted().flatMap((path) => reasonsIn(path, readFileSync(`${root}/${path}`, "utf8")));
}

export function reasonsIn(path: string, text: string): Reason[] {
  const { area, name } = placeOf(path);
  const context = area === "module" ? name : undefined;
  const found: Reason[] = [];
  const visitor = new Visitor({
    CallExpression: ({ callee, arguments: [table] }) => {
      if (callee.type !== "Identifier" || callee.name !== "refusals") return;
      if (table?.type !== "ObjectExpression") throw new Error(`${path}: refusals() takes a literal table`);
      for (const row of table.properties) found.push({ ...readRow(path, row), context });
    },
  });
  visitor.visit(readSource(path, text).program);
  return found;
}

function readRow(path: string, row: ObjectPropertyKind): Omit<Reason, "context"> {
  if (row.type === "Property" && row.key.type === "Identifier" && row.value.type === "ArrayExpression") {
    const [kind, sentence] = row.value.elements.map((it) => textOf(it as Expression | null));
    if (kind !== undefined && sentence !== undefined) {
      return { reason: row.key.name, kind: kind as ErrorKind, sentence };
    }
  }
  throw new Error(`${path}: a row of refusals() is REASON: ["kind", "Sentence."]`);
}

function textOf(node: Expression | null): string | undefined {
  return node?.type === "Literal" && typeof node.value === "string" ? node.value : undefined;
}

const introduction = `<!-- Generated from the tables of refusals in src/ by \`make generate\`. Do not edit. -->

# Error reasons

A program decides by the reason, which is stable, and never by the sentence, which may change. Where the reason
stands in an error, and what errors have none of these, is told in [the API](api.md#errors).`;

/** Markdown: a table for what any call may answer, and one for each context. */
export function errorReasonsPage(reasons: readonly Reason[]): string {
  // An empty name sorts before all others.
  const contexts = [...new Set(reasons.map(({ context }) => context ?? ""))].toSorted();
  const sections = contexts.map((context) => {
    const title = context === "" ? "Any call" : `[${context}](contexts/${context}.md)`;
    return `## ${title}\n\n${table(reasons.filter((it) => (it.context ?? "") === context))}`;
  });
  return `${[introduction, ...sections].join("\n\n")}\n`;
}

function table(reasons: readonly Reason[]): string {
  const rows = reasons.map(({ reason, kind, sentence }) => {
    const { code, status } = answerTo(kind);
    return `| \`${reason}\` | \`${code}\` | ${status} | ${sentence.replaceAll("|", "\\|")} |`;
  });
  const unique = [...new Set(rows)].toSorted();
  return ["| reason | code | HTTP | sentence |", "|---|---|---|---|", ...unique].join("\n");
}

const answerError = createErrorAnswer(createLog({ level: "silent" }));

/** What the server itself makes of a refusal of this kind. */
function answerTo(kind: ErrorKind): { readonly code: string; readonly status: number } {
  const { code } = answerError(new DomainError(kind, "", ""), {
    method: AuthService.method.getSetup,
    signal: new AbortController().signal,
    values: createContextValues(),
  });
  return { code: codeToString(code), status: codeToHttpStatus(code) };
}
