import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { environment } from "../../cmd/environment.ts";
import { loadManifests } from "../boundaries/manifests.ts";
import { validateProto } from "../proto/validate-proto.ts";
import { contextPages } from "./context-pages.ts";
import { envExample } from "./env-example.ts";
import { collectReasons, errorReasonsPage } from "./error-reasons.ts";

export interface Generator {
  readonly name: string;
  /** The make target that a person runs when this output is stale. */
  readonly target: string;
  /** File or folder, relative to the project, that is wholly this generator's. */
  readonly output: string;
  /** Writes `output` below `root`. */
  run(root: string): Promise<void> | void;
}

/** In the order they must run: code is generated from a proto tree that must be complete. */
export const generators: readonly Generator[] = [
  {
    name: "validate.proto",
    target: "generate",
    output: "proto/buf/validate/validate.proto",
    run: (root) => write(root, "proto/buf/validate/validate.proto", validateProto()),
  },
  {
    name: "protobuf code",
    target: "generate",
    output: "gen",
    run: (root) => buf(["--output", root]),
  },
  {
    name: "context pages",
    target: "generate",
    output: "docs/contexts",
    run: async (root) => {
      const manifests = await loadManifests(".");
      rmSync(join(root, "docs/contexts"), { recursive: true, force: true });
      for (const [name, text] of contextPages([...manifests.values()]))
        write(root, `docs/contexts/${name}`, text);
    },
  },
  {
    name: "settings",
    target: "generate",
    output: ".env.example",
    run: (root) => write(root, ".env.example", envExample(environment)),
  },
  {
    name: "error reasons",
    target: "generate",
    output: "docs/errors.md",
    run: (root) => write(root, "docs/errors.md", errorReasonsPage(collectReasons("."))),
  },
  {
    name: "OpenAPI document",
    target: "openapi",
    output: "docs/api/openapi.json",
    run: (root) => buf(["--output", root, "--template", openApiTemplate]),
  },
];

const openApiTemplate = JSON.stringify({
  version: "v2",
  inputs: [{ directory: "proto", exclude_paths: ["proto/buf", "proto/grpc"] }],
  plugins: [
    {
      local: [process.execPath, "tools/openapi/plugin.ts"],
      out: "docs/api",
      opt: ["target=ts"],
      // One document of all services, not one per folder.
      strategy: "all",
    },
  ],
});

function buf(options: readonly string[]): void {
  execFileSync("node_modules/.bin/buf", ["generate", ...options], { stdio: "inherit" });
}

function write(root: string, path: string, text: string): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
