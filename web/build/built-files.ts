import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";

export interface DescribedBuild {
  /** Changes with any file. */
  readonly version: string;
  /** By path: the integrity that a file must have, empty where its name tells its content. */
  readonly files: Readonly<Record<string, string>>;
}

/** Neither notes of the build nor copies of its files, and not the worker itself. */
const served = /^(?!\.|sw\.js$).*(?<!\.(?:br|gz|map))$/;

/** The files that make the client, of what was built into a folder. */
export function describeBuild(folder: string, read: (file: string) => Uint8Array): DescribedBuild {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath.slice(folder.length)}/${entry.name}`.replaceAll("\\", "/").slice(1))
    .filter((name) => served.test(name))
    .sort();
  const files: Record<string, string> = {};
  const all = createHash("sha256");
  for (const name of names) {
    const digest = createHash("sha256").update(read(name)).digest("base64");
    all.update(`${name} ${digest}\n`);
    files[`/${name}`] = name.startsWith("assets/") ? "" : `sha256-${digest}`;
  }
  return { version: all.digest("base64url").slice(0, 12), files };
}
