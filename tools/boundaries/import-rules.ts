import type { ModuleManifest } from "../../src/kernel/manifest.ts";
import { type Place, placeOf } from "./place.ts";
import type { ImportTarget, SourceFile } from "./source-file.ts";
import type { Violation } from "./violation.ts";

export interface ImportRule {
  /** The rule as a sentence; its canaries stand in the folder of this name, with dashes. */
  readonly name: string;
  readonly wayOut: string;
  forbids(from: Place, target: Target, manifests: Manifests): boolean;
}

export type Manifests = ReadonlyMap<string, ModuleManifest>;

interface Target {
  /** Absent for packages. */
  readonly place?: Place;
  /** The package or built-in module; absent for files. */
  readonly name?: string;
}

export const importRules: readonly ImportRule[] = [
  {
    name: "a module imports no other module",
    wayOut: "declare what you need as a port in application/ and bind it to the other module in src/app/",
    forbids: (from, { place }) =>
      from.area === "module" && place?.area === "module" && place.name !== from.name,
  },
  {
    name: "a module uses declared contracts only",
    wayOut: "name the package under dependsOn in the module's manifest.ts, if it should depend on it at all",
    forbids: (from, { place }, manifests) =>
      from.area === "module" &&
      place?.area === "gen" &&
      // Annotations and errors of all contracts belong to no context.
      ![from.name, "options"].includes(place.name) &&
      !manifests.get(from.name)?.dependsOn.includes(place.name),
  },
  {
    name: "a module has one door",
    wayOut: "export it from the module's index.ts, or do without it",
    forbids: (from, { place }) =>
      from.area !== "module" &&
      place?.area === "module" &&
      !["index", "manifest"].includes(place.layer) &&
      !place.path.includes("/testing/"),
  },
  {
    name: "domain imports only the kernel and itself",
    wayOut: "pass the value in, or move what needs it to application/ or infrastructure/",
    forbids: (from, { place }) =>
      isLayer(from, "domain") &&
      !(place?.area === "kernel" || (place?.area === "module" && place.layer === "domain")),
  },
  {
    name: "application knows no engine and no wire",
    wayOut: "declare a port in application/ and implement it in infrastructure/; map wire types in api/",
    forbids: (from, { place, name }) =>
      isLayer(from, "application") &&
      (place === undefined
        ? isWire(name) || isSqlEngine(name)
        : ["infrastructure", "api"].includes(place.layer) || place.area === "gen"),
  },
  {
    name: "wire types stop at the border",
    wayOut: "map to a domain type in api/ (or in src/platform/rpc) and pass that on",
    forbids: (from, { place, name }) =>
      isServer(from) &&
      !(isLayer(from, "api") || from.area === "app" || (from.area === "platform" && from.name === "rpc")) &&
      (place?.area === "gen" || isWire(name)),
  },
  {
    name: "SQL stays in infrastructure",
    wayOut: "put the query into a repository in infrastructure/, behind a port of application/",
    forbids: (from, { name }) =>
      isServer(from) &&
      !(from.area === "platform" || isLayer(from, "infrastructure") || isLayer(from, "migrations")) &&
      isSqlEngine(name),
  },
  {
    name: "the app is on top",
    wayOut: "take what you need as a parameter; src/app/ passes it in",
    forbids: (from, { place }) => isServer(from) && from.area !== "app" && place?.area === "app",
  },
  {
    name: "nobody imports a program",
    wayOut: "move what is shared from cmd/ to src/app/",
    forbids: (from, { place }) =>
      place?.area === "cmd" && !["cmd", "tools"].includes(from.area) && !from.test,
  },
  {
    name: "the kernel is pure",
    wayOut: "move it to src/platform/, behind an interface in src/kernel/",
    forbids: (from, { place, name }) =>
      from.area === "kernel" && !from.test && place?.area !== "kernel" && name !== "node:crypto",
  },
  {
    name: "the platform knows no module",
    wayOut: "let the module register with the platform: src/app/ hands it over",
    forbids: (from, { place }) => from.area === "platform" && place?.area === "module",
  },
  {
    name: "testing is for tests",
    wayOut: "move what production code needs out of testing/",
    forbids: (from, { place }) => !from.test && place?.test === true,
  },
  {
    name: "client and server share only the contract",
    wayOut: "describe what both need in proto/ and import it from gen/",
    forbids: (from, { place }) => (isWeb(from) && isServerOnly(place)) || (isServer(from) && isWeb(place)),
  },
  {
    name: "a feature imports no other feature",
    wayOut: "compose both in a route, or move what they share to web/src/ui/ or the cache they both read",
    forbids: (from, { place }) =>
      from.area === "feature" && place?.area === "feature" && place.name !== from.name,
  },
];

export function checkImports(source: SourceFile, manifests: Manifests): Violation[] {
  const from = placeOf(source.path);
  return source.imports.flatMap((it) =>
    importRules
      .filter((rule) => rule.forbids(from, resolve(it.target), manifests))
      .map(({ name, wayOut }) => ({
        rule: name,
        path: source.path,
        line: it.line,
        found: `imports ${it.target.kind === "file" ? it.target.path : it.target.name}`,
        wayOut,
      })),
  );
}

function resolve(target: ImportTarget): Target {
  return target.kind === "file" ? { place: placeOf(target.path) } : { name: target.name };
}

/** Layers bind the code, not the tests beside it. */
function isLayer(place: Place, layer: string): boolean {
  return place.area === "module" && place.layer === layer && !place.test;
}

function isServer(place: Place): boolean {
  return ["kernel", "platform", "module", "app"].includes(place.area) && !place.test;
}

function isServerOnly(place: Place | undefined): boolean {
  return place !== undefined && ["src", "cmd"].includes(place.path.split("/", 1)[0] ?? "");
}

function isWeb(place: Place | undefined): boolean {
  return place?.path.startsWith("web/") === true;
}

function isWire(packageName: string | undefined): boolean {
  return packageName?.startsWith("@connectrpc/") === true;
}

function isSqlEngine(packageName: string | undefined): boolean {
  return packageName === "kysely" || packageName === "pg";
}
