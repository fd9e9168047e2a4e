import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** The files below `output` that differ between two trees: changed, missing in one, or left over. */
export function staleFiles(output: string, expectedRoot: string, actualRoot: string): string[] {
  const paths = new Set([...filesBelow(expectedRoot, output), ...filesBelow(actualRoot, output)]);
  return [...paths].toSorted().filter((path) => read(expectedRoot, path) !== read(actualRoot, path));
}

function filesBelow(root: string, path: string): string[] {
  const absolute = join(root, path);
  if (!existsSync(absolute)) return [];
  if (statSync(absolute).isFile()) return [path];
  return readdirSync(absolute).flatMap((name) => filesBelow(root, join(path, name)));
}

function read(root: string, path: string): string | undefined {
  const absolute = join(root, path);
  return existsSync(absolute) ? readFileSync(absolute, "utf8") : undefined;
}
