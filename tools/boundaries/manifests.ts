import { existsSync, globSync } from "node:fs";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ModuleManifest } from "../../src/kernel/manifest.ts";

/** Loads every module's manifest; a module without one, or under another name, is an error. */
export async function loadManifests(root: string): Promise<ReadonlyMap<string, ModuleManifest>> {
  const folders = globSync("src/modules/*/", { cwd: root }).toSorted();
  const manifests = await Promise.all(folders.map((folder) => loadManifest(root, folder)));
  return new Map(manifests.map((it) => [it.name, it]));
}

async function loadManifest(root: string, folder: string): Promise<ModuleManifest> {
  const path = `${folder}/manifest.ts`;
  const file = resolve(root, path);
  const exported: { manifest?: ModuleManifest } = existsSync(file)
    ? await import(pathToFileURL(file).href)
    : {};
  if (exported.manifest?.name !== basename(folder)) {
    throw new Error(`${path} must export a ModuleManifest called manifest, named "${basename(folder)}"`);
  }
  return exported.manifest;
}

/** The contexts on a circle of `dependsOn`, or undefined. */
export function findCircle(manifests: ReadonlyMap<string, ModuleManifest>): string[] | undefined {
  const finished = new Set<string>();
  const walk = (name: string, trail: readonly string[]): string[] | undefined => {
    if (trail.includes(name)) return [...trail.slice(trail.indexOf(name)), name];
    if (finished.has(name)) return undefined;
    for (const next of manifests.get(name)?.dependsOn ?? []) {
      const circle = walk(next, [...trail, name]);
      if (circle) return circle;
    }
    finished.add(name);
    return undefined;
  };
  for (const name of manifests.keys()) {
    const circle = walk(name, []);
    if (circle) return circle;
  }
  return undefined;
}
