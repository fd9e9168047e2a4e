import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadInstallationKey } from "./installation-key.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "installation-key-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("the installation's key", () => {
  it("is made once and stays the same, also when several start at once", async () => {
    const data = join(folder, "data");
    const [first, ...others] = await Promise.all(
      [1, 2, 3].map(() => loadInstallationKey(data).catch(() => undefined)),
    );
    const known = first ?? others.find((key) => key !== undefined);
    expect(known).toHaveLength(32);
    expect(await loadInstallationKey(data)).toEqual(known);
    expect(await readdir(data)).toEqual(["installation.key"]);
  });

  it("is readable by its owner only", async () => {
    await loadInstallationKey(folder);
    expect((await stat(join(folder, "installation.key"))).mode & 0o777).toBe(0o600);
  });

  it("is refused when it is damaged, instead of being replaced", async () => {
    await writeFile(join(folder, "installation.key"), "half");
    await expect(loadInstallationKey(folder)).rejects.toThrow("damaged");
  });
});
