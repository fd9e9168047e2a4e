import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { measureLoad } from "./first-load.ts";

const dist = mkdtempSync(join(tmpdir(), "chatter-dist-"));
afterAll(() => rmSync(dist, { recursive: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(join(dist, file, ".."), { recursive: true });
    writeFileSync(join(dist, file), content);
  }
}

write({
  "index.html":
    '<script src="/appearance.js"></script><script type="module" src="/assets/index.js"></script>',
  "appearance.js": "1",
  "assets/index.js": "2",
  "assets/shared.js": "3",
  "assets/channel.js": "4",
  "assets/picker.js": "5",
  ".vite/manifest.json": JSON.stringify({
    "index.html": { file: "assets/index.js", imports: ["_shared.js"], dynamicImports: ["picker.tsx"] },
    "_shared.js": { file: "assets/shared.js" },
    "channel.tsx": { file: "assets/channel.js", imports: ["_shared.js", "index.html"] },
    "picker.tsx": { file: "assets/picker.js" },
  }),
});

describe("the first load", () => {
  it("has what is imported, once, and the page's classic scripts, but not what comes later", () => {
    const files = measureLoad(dist, ["index.html", "channel.tsx"]).map(({ file }) => file);
    expect(files.sort()).toEqual([
      "appearance.js",
      "assets/channel.js",
      "assets/index.js",
      "assets/shared.js",
    ]);
  });

  it("cannot shrink by a route's being renamed", () => {
    expect(() => measureLoad(dist, ["renamed.tsx"])).toThrow("The build has no renamed.tsx");
  });
});
