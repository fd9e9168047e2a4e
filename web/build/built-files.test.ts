import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { describeBuild } from "./built-files.ts";

const built = {
  "index.html": "page",
  "sw.js": "worker",
  ".vite/manifest.json": "{}",
  "assets/a-1.js": "code",
  "assets/a-1.js.br": "squeezed",
};

function describe(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), "built-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const sub of [".vite", "assets"]) mkdirSync(join(folder, sub));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return describeBuild(folder, (file) => readFileSync(join(folder, file)));
}

it("names what browsers load, and what a file must be whose name does not say so", () => {
  expect(describe(built).files).toEqual({
    "/assets/a-1.js": "",
    "/index.html": "sha256-NmAxWprz3yVdjxmrB35Hl4IrQUiKDioEvGr3EhPCMnQ=",
  });
});

it("has another version when any of them changes, and the same when none does", () => {
  const { version } = describe(built);
  expect(describe({ ...built, "sw.js": "other" }).version).toBe(version);
  expect(describe({ ...built, "index.html": "other" }).version).not.toBe(version);
});
