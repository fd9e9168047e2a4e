import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { handOverInstallationKey } from "./installation-key.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "installation-key-"));
});
afterEach(() => rm(folder, { recursive: true }));

const key = Buffer.alloc(32, "key");
const write = (content: string) => writeFile(join(folder, "installation.key"), content);

async function handedOver(): Promise<readonly (Uint8Array | undefined)[]> {
  const taken: (Uint8Array | undefined)[] = [];
  await handOverInstallationKey(folder, async (each) => void taken.push(each));
  return taken;
}

describe("the key file of an earlier version", () => {
  it("is handed over once, and then gone", async () => {
    await write(key.toString("base64url"));
    expect(await handedOver()).toEqual([key]);
    expect(await readdir(folder)).toEqual([]);
    expect(await handedOver()).toEqual([undefined]);
  });

  it("stays where it could not be taken over", async () => {
    await write(key.toString("base64url"));
    const failing = handOverInstallationKey(folder, () => Promise.reject(new Error("no database")));
    await expect(failing).rejects.toThrow("no database");
    expect(await handedOver()).toEqual([key]);
  });

  it("makes no key that anybody could guess where it is damaged", async () => {
    for (const content of ["", "half"]) {
      await write(content);
      expect(await handedOver()).toEqual([undefined]);
    }
  });
});
