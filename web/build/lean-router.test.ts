import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { leanRouterScript, leanRouterScrolling } from "./lean-router.ts";

const require = createRequire(import.meta.url);
const react = createRequire(require.resolve("@tanstack/react-router"));
const folderOf = (entry: string) => join(entry, "../../esm");
const codeOf = (folder: string) => readFileSync(join(folder, "scroll-restoration.js"), "utf8");

describe("the router", () => {
  it("has functions in place of all that restores scroll positions, and they do nothing", async () => {
    const lean = leanRouterScrolling(codeOf(folderOf(react.resolve("@tanstack/router-core"))));
    const made = (await import(`data:text/javascript,${encodeURIComponent(lean)}`)) as Record<
      string,
      unknown
    >;
    expect(Object.keys(made)).toContain("setupScrollRestoration");
    for (const each of Object.values(made)) expect(typeof each === "function" && each()).toBeUndefined();
  });

  it("puts no script for it into the page", () => {
    const lean = leanRouterScript(codeOf(folderOf(require.resolve("@tanstack/react-router"))));
    expect(lean).toBe("export const ScrollRestoration = () => null;");
  });

  it("is not built when a new version is made in another way", () => {
    expect(() => leanRouterScrolling("export { other };")).toThrow("in another way");
    expect(() => leanRouterScript("export { other };")).toThrow("in another way");
  });
});
