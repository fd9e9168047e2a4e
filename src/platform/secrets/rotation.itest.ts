import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Encrypted, EnvelopeEncryption } from "./encryption.ts";
import { SecretsError } from "./errors.ts";
import { FileKeyRing } from "./file-key-ring.ts";
import { type Keeper, Rotation } from "./rotation.ts";
import { createMemoryKeyRing } from "./testing/memory-key-ring.ts";

const COUNT = 250;
let folder: string;
let encryption: EnvelopeEncryption;
let rows: Map<string, Encrypted>;
let keeper: Keeper;
let rotation: Rotation;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "chatter-rotation-"));
  encryption = new EnvelopeEncryption(new FileKeyRing(join(folder, "secrets.key")));
  rows = new Map();
  for (let n = 0; n < COUNT; n++) await write(`k${String(n).padStart(3, "0")}`);
  keeper = {
    name: "club.secrets",
    list: async (after, limit) =>
      [...rows]
        .map(([id, encrypted]) => ({ id, encrypted }))
        .filter(({ id }) => id > after)
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .slice(0, limit),
    async replace(id, from, to) {
      if (rows.get(id) !== from) return false;
      rows.set(id, to);
      return true;
    },
    async remove(id) {
      rows.delete(id);
    },
  };
  rotation = new Rotation(encryption, [keeper]);
});
afterEach(() => rm(folder, { recursive: true }));

async function write(id: string, text = `secret of ${id}`): Promise<void> {
  rows.set(id, await encryption.encrypt(Buffer.from(text), `club.secrets/${id}`));
}

async function everythingIsReadable(): Promise<void> {
  for (const [id, text] of rows)
    expect(String(await encryption.decrypt(text, `club.secrets/${id}`))).toBe(`secret of ${id}`);
}

describe("a rotation", () => {
  it("brings everything under the new version, readable at every moment", async () => {
    expect(await rotation.rotate()).toBe("file 2");
    await everythingIsReadable();
    const watched = new Rotation(encryption, [
      {
        ...keeper,
        async replace(id, from, to) {
          expect(String(await encryption.decrypt(to, `club.secrets/${id}`))).toBe(`secret of ${id}`);
          return keeper.replace(id, from, to);
        },
      },
    ]);
    expect(await watched.rewrap()).toBe(COUNT);
    expect(await rotation.status()).toEqual({ current: "file 2", secrets: { "file 2": COUNT } });
    await rotation.forget();
    await everythingIsReadable();
  });

  it("goes on where it was interrupted", async () => {
    await rotation.rotate();
    let left = 120;
    const dying: Keeper = {
      ...keeper,
      replace: async (...change) => {
        left -= 1;
        if (left < 0) throw new Error("the power went out");
        return keeper.replace(...change);
      },
    };
    await expect(new Rotation(encryption, [dying]).rewrap()).rejects.toThrow("the power went out");
    await everythingIsReadable();
    expect((await rotation.status()).secrets).toEqual({ "file 1": COUNT - 120, "file 2": 120 });
    expect(await rotation.rewrap()).toBe(COUNT - 120);
    expect(await rotation.rewrap()).toBe(0);
  });

  it("does not undo what is written meanwhile", async () => {
    await rotation.rotate();
    const busy: Keeper = {
      ...keeper,
      async replace(id, from, to) {
        if (id === "k007") await write(id, "a newer secret");
        return keeper.replace(id, from, to);
      },
    };
    expect(await new Rotation(encryption, [busy]).rewrap()).toBe(COUNT - 1);
    const text = rows.get("k007") as Encrypted;
    expect(String(await encryption.decrypt(text, "club.secrets/k007"))).toBe("a newer secret");
  });

  it("keeps an old version for as long as anything is encrypted by it", async () => {
    await rotation.rotate();
    await expect(rotation.forget()).rejects.toThrow("still encrypted by file 1");
    await everythingIsReadable();
  });

  it("names what cannot be read, after it has done the rest", async () => {
    const text = rows.get("k003") as Encrypted;
    rows.set("k003", text.replace(".1.", ".9.") as Encrypted);
    await rotation.rotate();
    await expect(rotation.rewrap()).rejects.toThrow(SecretsError);
    await expect(rotation.rewrap()).rejects.toThrow(/stay as they are: club\.secrets\/k003$/);
    expect((await rotation.status()).secrets).toEqual({ "file 2": COUNT - 1, "file 9": 1 });
    expect(await rotation.giveUpUnreadable()).toEqual(["club.secrets/k003"]);
    expect((await rotation.status()).secrets).toEqual({ "file 2": COUNT - 1 });
    await everythingIsReadable();
  });
});

describe("a rotation from one engine to another", () => {
  it("takes everything over, and gives everything back, readable at every moment", async () => {
    const vault = { ...createMemoryKeyRing(), name: "vault" } as const;
    const file = encryption;
    encryption = new EnvelopeEncryption(vault, file.ring);
    await everythingIsReadable();
    expect(await new Rotation(encryption, [keeper]).rewrap()).toBe(COUNT);
    await everythingIsReadable();
    await expect(file.decrypt(rows.get("k000") as Encrypted, "club.secrets/k000")).rejects.toThrow(
      "set VAULT_ADDR",
    );
    expect(await new Rotation(encryption.writtenBy("file"), [keeper]).rewrap()).toBe(COUNT);
    await everythingIsReadable();
    encryption = file;
    await everythingIsReadable();
  });
});
