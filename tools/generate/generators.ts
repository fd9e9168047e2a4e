import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { validateProto } from "../proto/validate-proto.ts";

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
    run: (root) => {
      execFileSync("node_modules/.bin/buf", ["generate", "--output", root], { stdio: "inherit" });
    },
  },
];

function write(root: string, path: string, text: string): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
