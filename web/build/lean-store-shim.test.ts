import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { useSyncExternalStore } from "react";
import { expect, it } from "vitest";
import { leanStoreShim } from "./lean-store-shim.ts";

const load = createRequire(import.meta.url);
const file = join(
  load.resolve("use-sync-external-store"),
  "../cjs/use-sync-external-store-shim.production.js",
);

it("leaves of the shim for old Reacts what React itself has", () => {
  const exports: { useSyncExternalStore?: unknown } = {};
  // biome-ignore lint/security/noGlobalEval: runs what the build puts in place of the shim
  new Function("exports", "require", leanStoreShim(readFileSync(file, "utf8")))(exports, load);
  expect(exports.useSyncExternalStore).toBe(useSyncExternalStore);
  expect(() => leanStoreShim("exports.store = 1")).toThrow("in another way");
});
