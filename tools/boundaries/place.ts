/** Where a file stands in the tree, which is all that the import rules look at. */
export interface Place {
  readonly path: string;
  /** `kernel`, `platform`, `module` and `app` of the server; `feature` of the client; else the top folder. */
  readonly area: string;
  /** The context of a module, of generated code or of a client feature; the part of the platform. */
  readonly name: string;
  /** The folder, or the file that stands for it, inside a module: `domain/` and `domain.ts` are one layer. */
  readonly layer: string;
  /** Tests and what only tests use. */
  readonly test: boolean;
}

const testFile = /(^tests\/|\/testing\/|\.(test|itest|btest|etest)\.tsx?$)/;

const shapes: readonly (readonly [area: string, path: RegExp])[] = [
  ["module", /^src\/modules\/([^/]+)\/([^/.]+)/],
  ["platform", /^src\/platform\/([^/.]+)/],
  ["kernel", /^src\/kernel\//],
  ["app", /^src\/app\//],
  ["gen", /^gen\/chatter\/([^/]+)\//],
  ["feature", /^web\/src\/features\/([^/]+)\//],
];

export function placeOf(path: string): Place {
  const test = testFile.test(path);
  for (const [area, shape] of shapes) {
    const found = shape.exec(path);
    if (found) return { path, area, name: found[1] ?? "", layer: found[2] ?? "", test };
  }
  return { path, area: path.split("/", 1)[0] ?? "", name: "", layer: "", test };
}
