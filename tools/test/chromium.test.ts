import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findChromium } from "./chromium.ts";

describe("findChromium", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "chromium-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("takes the one that is named", () => {
    expect(findChromium({ CHROMIUM: "/opt/chromium", PATH: folder })).toBe("/opt/chromium");
  });

  it("finds one on the path", () => {
    const file = join(folder, "chromium");
    writeFileSync(file, "");
    chmodSync(file, 0o755);
    expect(findChromium({ PATH: `/nowhere:${folder}` })).toBe(file);
  });
});
