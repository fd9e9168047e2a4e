import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { staleFiles } from "./freshness.ts";

describe("staleFiles", () => {
  let root: string;
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const stale = (output: string) => staleFiles(output, join(root, "expected"), join(root, "actual"));

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "freshness-"));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it("finds nothing between equal trees", () => {
    write("expected/gen/a.js", "1");
    write("actual/gen/a.js", "1");
    expect(stale("gen")).toEqual([]);
  });

  it("names what changed, what is missing and what was left over", () => {
    write("expected/gen/changed.js", "1");
    write("actual/gen/changed.js", "2");
    write("expected/gen/deep/missing.js", "1");
    write("actual/gen/left-over.js", "1");
    expect(stale("gen")).toEqual(["gen/changed.js", "gen/deep/missing.js", "gen/left-over.js"]);
  });

  it("compares a single file", () => {
    write("expected/openapi.json", "{}");
    expect(stale("openapi.json")).toEqual(["openapi.json"]);
  });
});
