import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Everything that must have arrived before a channel can be shown may have this many bytes of gzipped JavaScript. */
export const firstLoadBudget = 200 * 1024;

/** What a channel is made of: the page, and the chunks of the routes that lead to it. */
export const firstScreen = [
  "index.html",
  "src/routes/_app.tsx?tsr-split=component",
  "src/routes/_app/c.$channelId.tsx?tsr-split=component",
] as const;

interface ManifestEntry {
  readonly file: string;
  readonly imports?: readonly string[];
}

type Manifest = Readonly<Record<string, ManifestEntry>>;

export interface LoadedFile {
  readonly file: string;
  readonly gzipped: number;
}

/** The scripts that `entries` need, with all that they import. Throws when an entry is not in the build. */
export function measureLoad(dist: string, entries: readonly string[]): readonly LoadedFile[] {
  const manifest = JSON.parse(readFileSync(join(dist, ".vite/manifest.json"), "utf8")) as Manifest;
  const files = new Set<string>();
  const visit = (key: string) => {
    const entry = manifest[key];
    if (entry === undefined) throw new Error(`The build has no ${key}: has a route been renamed?`);
    if (files.has(entry.file)) return;
    files.add(entry.file);
    entry.imports?.forEach(visit);
  };
  entries.forEach(visit);
  return [...files, ...classicScripts(dist)]
    .map((file) => ({ file, gzipped: gzipSync(readFileSync(join(dist, file))).length }))
    .sort((a, b) => b.gzipped - a.gzipped);
}

/** Scripts of index.html that are no modules, and so not in the manifest. */
function classicScripts(dist: string): readonly string[] {
  const html = readFileSync(join(dist, "index.html"), "utf8");
  return [...html.matchAll(/<script src="\/([^"]+)"/g)].flatMap(([, file]) => file ?? []);
}
