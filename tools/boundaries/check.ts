import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkCode } from "./code-rules.ts";
import { checkImports, type Manifests } from "./import-rules.ts";
import { loadManifests, moduleNames } from "./manifests.ts";
import { readSource } from "./source-file.ts";
import { checkManifests, checkMigration, checkName } from "./tree-rules.ts";
import type { Violation } from "./violation.ts";

const code = ["{src,cmd,bench,dev,tests,tools}/**/*.ts", "web/src/**/*.{ts,tsx}"];
const migrations = "src/modules/*/migrations/**/*.sql";
const notOurs = ["tests/architecture/canaries/**", "**/node_modules/**", "**/*.gen.ts"];

/** Every violation below `root`, not only the first. */
export async function checkBoundaries(root: string): Promise<Violation[]> {
  const manifests = await loadManifests(root);
  return [...checkManifests(moduleNames(root), manifests), ...checkTree(root, manifests)];
}

export function checkTree(root: string, manifests: Manifests): Violation[] {
  const read = (path: string) => readFileSync(join(root, path), "utf8");
  const paths = globSync(code, { cwd: root, exclude: notOurs }).toSorted();
  return [
    ...paths.flatMap((path) => {
      const source = readSource(path, read(path));
      return [...checkName(path), ...checkImports(source, manifests), ...checkCode(source, manifests)];
    }),
    ...globSync(migrations, { cwd: root }).flatMap((path) => checkMigration(path, read(path), manifests)),
  ];
}
