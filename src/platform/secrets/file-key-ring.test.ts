import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { EnvelopeEncryption } from "./encryption.ts";
import { FileKeyRing } from "./file-key-ring.ts";
import { describeEncryption } from "./testing/encryption-suite.ts";

let folder: string;
let file: string;
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "chatter-keys-"));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => {
  count += 1;
  file = join(folder, `data-${count}`, "secrets.key");
});

describeEncryption("a file", async () => new FileKeyRing(join(folder, "shared", "secrets.key")));

const secret = Buffer.from("a secret");
const open = (path = file) => new EnvelopeEncryption(new FileKeyRing(path));
const copy = async (to: string) => writeFile(to, await readFile(file), { mode: 0o600 });

describe("the key file", () => {
  it("is made once, also by several at once, and nothing is left beside it", async () => {
    const texts = await Promise.all([1, 2, 3, 4].map(() => open().encrypt(secret, "c")));
    for (const text of texts) expect(await open().decrypt(text, "c")).toEqual(secret);
    expect(await readdir(join(file, ".."))).toEqual(["secrets.key"]);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it("is refused while others may read it", async () => {
    const text = await open().encrypt(secret, "c");
    for (const mode of [0o640, 0o604, 0o660]) {
      await chmod(file, mode);
      await expect(open().encrypt(secret, "c")).rejects.toThrow(/chmod 600/);
      await expect(open().decrypt(text, "c")).rejects.toThrow(/chmod 600/);
    }
  });

  it("that is missing is missed in one line, and not replaced", async () => {
    const encryption = open();
    const text = await encryption.encrypt(secret, "c");
    await rm(file);
    await expect(open().decrypt(text, "c")).rejects.toThrow(/^\S+secrets\.key is missing: [^\n]*$/);
    await expect(encryption.encrypt(secret, "c")).rejects.toThrow("is missing");
    await expect(encryption.ring.rotate()).rejects.toThrow("is missing");
    expect(await readdir(join(file, ".."))).toEqual([]);
  });

  it("of another installation is told apart from a secret that is damaged", async () => {
    const text = await open().encrypt(secret, "c");
    const other = join(folder, `other-${count}`, "secrets.key");
    await open(other).encrypt(secret, "c");
    await expect(open(other).decrypt(text, "c")).rejects.toThrow("is not the one");
    await expect(open().decrypt(text, "d")).rejects.toThrow("damaged");
  });

  it("that is damaged is not replaced, and not quoted", async () => {
    await open().encrypt(secret, "c");
    const whole = await readFile(file, "utf8");
    const key = /"1": "(.+)"/.exec(whole)?.[1] ?? "";
    for (const text of ["", whole.slice(0, -9), whole.replace('"current": 1', '"current": 2'), key, "{}"]) {
      await writeFile(file, text);
      const complaint = String(
        await open()
          .encrypt(secret, "c")
          .catch((error: unknown) => error),
      );
      expect(complaint).toContain("is damaged: bring it back");
      expect(complaint).not.toContain(key);
      expect(await readFile(file, "utf8")).toBe(text);
    }
  });

  it("is changed by one program at a time, so that no version is lost", async () => {
    await open().encrypt(secret, "c");
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => open().ring.rotate()));
    const made = outcomes.filter(({ status }) => status === "fulfilled").length;
    expect(made).toBeGreaterThan(0);
    expect(await open().ring.current()).toBe(1 + made);
    await writeFile(`${file}.new`, "");
    await expect(open().ring.rotate()).rejects.toThrow("another program changes the keys");
  });

  it("is rotated on several machines by bringing the prepared version to all of them first", async () => {
    const far = join(folder, `far-${count}`);
    const texts = [await open().encrypt(secret, "c")];
    await copy(far);
    expect(await open().ring.prepare()).toBe(2);
    expect(await open().ring.prepare()).toBe(2);
    texts.push(await open().encrypt(secret, "c"));
    expect(await open().ring.current()).toBe(1);
    await copy(far);
    expect(await open().ring.rotate()).toBe(2);
    texts.push(await open().encrypt(secret, "c"), await open(far).encrypt(secret, "c"));
    for (const text of texts) {
      expect(await open().decrypt(text, "c")).toEqual(secret);
      expect(await open(far).decrypt(text, "c")).toEqual(secret);
    }
  });

  it("that lacks a version says from where to copy it", async () => {
    const far = join(folder, `far-${count}`);
    await open().encrypt(secret, "c");
    await copy(far);
    await open().ring.rotate();
    const text = await open().encrypt(secret, "c");
    await expect(open(far).decrypt(text, "c")).rejects.toThrow(/has no version 2 .* copy the file/);
  });
});
