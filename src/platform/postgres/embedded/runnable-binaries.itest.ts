import { chmodSync, existsSync, lstatSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { locateBinaries } from "./binaries.ts";
import { prepareBinaries } from "./runnable-binaries.ts";
import { Folders } from "./testing/folders.ts";

const ourselves = { uid: process.geteuid?.() ?? 0, gid: process.getegid?.() ?? 0 };
const nobody = { uid: 65_534, gid: 65_534 };
const isRoot = ourselves.uid === 0;

const folders = new Folders();

/** Something that looks like the npm package, with a program of our own in place of PostgreSQL. */
async function createPackage(program: string): Promise<{ native: string; shelf: string }> {
  const [folder, shelf] = [await folders.create(), await folders.create()];
  const native = join(folder, "native");
  mkdirSync(join(native, "bin"), { recursive: true });
  mkdirSync(join(native, "lib"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ version: "18.4.0" }));
  const link = { source: "native/lib/libpq.so.5.18", target: "native/lib/libpq.so.5" };
  writeFileSync(join(native, "pg-symlinks.json"), JSON.stringify([link]));
  writeFileSync(join(native, "lib", "libpq.so.5.18"), "");
  writeFileSync(join(native, "bin", "postgres"), program, { mode: 0o755 });
  chmodSync(shelf, 0o755);
  return { native, shelf };
}

const works = "#!/bin/sh\necho 'postgres (PostgreSQL) 18.4'\n";

afterEach(() => folders.removeAll());

describe("prepareBinaries", () => {
  it("takes the binaries where they are, and makes the links that npm cannot bring", async () => {
    const places = await createPackage(works);
    const { postgres, major } = await prepareBinaries(places, ourselves);
    expect({ postgres, major }).toEqual({ postgres: join(places.native, "bin", "postgres"), major: 18 });
    expect(lstatSync(join(places.native, "lib", "libpq.so.5")).isSymbolicLink()).toBe(true);
  });

  it("says that glibc is needed where the binaries' loader is missing", async () => {
    const places = await createPackage("#!/lib/no-such-loader.so\n");
    await expect(prepareBinaries(places, ourselves)).rejects.toMatchObject({
      code: "binaries-unusable",
      message: expect.stringMatching(/glibc.*DATABASE_URL/s),
    });
  });

  it("quotes binaries that end with an error", async () => {
    const places = await createPackage("#!/bin/sh\necho 'GLIBC_2.99 not found' >&2; exit 1\n");
    await expect(prepareBinaries(places, ourselves)).rejects.toMatchObject({
      code: "binaries-unusable",
      message: expect.stringContaining("GLIBC_2.99 not found"),
    });
  });

  it.runIf(isRoot)("copies binaries that the server's user cannot reach, once", async () => {
    const closed = await folders.create();
    await cp(join(locateBinaries(), ".."), closed, { recursive: true, verbatimSymlinks: true });
    const shelf = await folders.create();
    chmodSync(shelf, 0o755);
    const places = { native: join(closed, "native"), shelf: join(shelf, "below") };
    const { postgres, major } = await prepareBinaries(places, nobody);
    expect(postgres.startsWith(places.shelf)).toBe(true);
    expect(major).toBe(18);
    const copied = statSync(postgres).ino;
    await prepareBinaries(places, nobody);
    expect(statSync(postgres).ino).toBe(copied);
  });

  it.runIf(isRoot)("replaces a copy that a crash cut short", async () => {
    const places = await createPackage(works);
    const copy = join(places.shelf, "postgresql-18.4.0");
    mkdirSync(join(copy, "bin"), { recursive: true });
    const { postgres } = await prepareBinaries(places, nobody);
    expect(postgres).toBe(join(copy, "bin", "postgres"));
    expect(existsSync(postgres)).toBe(true);
  });
});
