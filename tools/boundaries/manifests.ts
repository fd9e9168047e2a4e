import { existsSync, globSync } from "node:fs";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ModuleManifest } from "../../src/kernel/manifest.ts";

/** The names of the modules: their folders. */
export function moduleNames(root: string): string[] {
  const folders = globSync("src/modules/*/", { cwd: root });
  return folders.map((folder) => basename(folder)).toSorted();
}

/** The manifests there are, by module; a module may lack one, which a rule of its own refuses. */
export async function loadManifests(root: string): Promise<ReadonlyMap<string, ModuleManifest>> {
  const files = moduleNames(root).map((name) => resolve(root, "src/modules", name, "manifest.ts"));
  const loaded = await Promise.all(files.filter(existsSync).map(load));
  return new Map(loaded.map((manifest) => [manifest.name, manifest]));
}

async function load(file: string): Promise<ModuleManifest> {
  const { manifest }: { manifest: ModuleManifest } = await import(pathToFileURL(file).href);
  return manifest;
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
