import { isBuiltin } from "node:module";
import { posix } from "node:path";
import { type Program, parseSync, Visitor } from "oxc-parser";

export interface Import {
  readonly line: number;
  readonly offset: number;
  /** Only types are taken, so nothing is loaded when the program runs. */
  readonly typeOnly: boolean;
  readonly target: ImportTarget;
}

export type ImportTarget =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "package"; readonly name: string }
  | { readonly kind: "builtin"; readonly name: string };

export interface SourceFile {
  readonly path: string;
  readonly program: Program;
  readonly imports: readonly Import[];
  lineAt(offset: number): number;
}

interface Request {
  readonly specifier: string;
  readonly offset: number;
  readonly typeOnly: boolean;
}

/** Parses a file; `path` is relative to the project, and so are the paths of the files it imports. */
export function readSource(path: string, text: string): SourceFile {
  const { program, module, errors } = parseSync(path, text);
  const problem = errors[0];
  if (problem) throw new Error(`${path} cannot be parsed: ${problem.message}`);
  const lineAt = (offset: number) => text.slice(0, offset).split("\n").length;
  const requests: Request[] = [
    ...module.staticImports.map(({ moduleRequest, entries }) => ({
      specifier: moduleRequest.value,
      offset: moduleRequest.start,
      typeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
    })),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) =>
        moduleRequest
          ? [{ specifier: moduleRequest.value, offset: moduleRequest.start, typeOnly: isType }]
          : [],
      ),
    ),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
      specifier: text.slice(start + 1, end - 1),
      offset: start,
      typeOnly: false,
    })),
    ...typeImports(program),
  ];
  const imports = requests.map(({ specifier, offset, typeOnly }) => ({
    line: lineAt(offset),
    offset,
    typeOnly,
    target: targetOf(path, specifier),
  }));
  return { path, program, imports, lineAt };
}

/** `import("…").Name` in a type: as much of a dependency as any other. */
function typeImports(program: Program): Request[] {
  const found: Request[] = [];
  const visitor = new Visitor({
    TSImportType: ({ source }) => {
      found.push({ specifier: source.value, offset: source.start, typeOnly: true });
    },
  });
  visitor.visit(program);
  return found;
}

function targetOf(from: string, specifier: string): ImportTarget {
  if (specifier.startsWith(".")) return { kind: "file", path: posix.join(posix.dirname(from), specifier) };
  if (isBuiltin(specifier)) return { kind: "builtin", name: specifier };
  const [scope = "", name = ""] = specifier.split("/");
  return { kind: "package", name: scope.startsWith("@") ? `${scope}/${name}` : scope };
}
