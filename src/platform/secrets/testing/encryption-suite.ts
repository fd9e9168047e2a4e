import { beforeAll, describe, expect, it } from "vitest";
import { type Encrypted, EnvelopeEncryption, keyOf } from "../encryption.ts";
import { SecretsError } from "../errors.ts";
import type { KeyRing } from "../key-ring.ts";

const secret = Buffer.from("a key of a provider");
const context = "integration.providers/one";

/** Two servers on the same keys. */
interface Servers {
  readonly here: EnvelopeEncryption;
  readonly elsewhere: EnvelopeEncryption;
}

/** What every ring of keys must do; `open` answers a ring on the same keys each time, as another server does. */
export function describeEncryption(name: string, open: () => Promise<KeyRing>): void {
  describe(`encryption by ${name}`, () => {
    const servers = async (): Promise<Servers> => ({
      here: new EnvelopeEncryption(await open()),
      elsewhere: new EnvelopeEncryption(await open()),
    });
    describeSecrets(servers);
    describeVersions(servers);
  });
}

function describeSecrets(servers: () => Promise<Servers>): void {
  describe("a secret", () => {
    let here: EnvelopeEncryption;
    let elsewhere: EnvelopeEncryption;
    beforeAll(async () => {
      ({ here, elsewhere } = await servers());
    });

    it("is read again, on every server, and tells nothing", async () => {
      const texts = await Promise.all([here, elsewhere].map((server) => server.encrypt(secret, context)));
      expect(new Set(texts).size).toBe(2);
      for (const text of texts) {
        expect(text).toMatch(/^[\x21-\x7e]+$/);
        expect(await here.decrypt(text, context)).toEqual(secret);
        expect(await elsewhere.decrypt(text, context)).toEqual(secret);
      }
    });

    it("takes secrets of any size and content", async () => {
      for (const plain of [Buffer.alloc(0), Buffer.alloc(1), Buffer.alloc(100_000, "\u0000ÿ")]) {
        expect(await here.decrypt(await here.encrypt(plain, "any"), "any")).toEqual(plain);
      }
    });

    it("cannot be passed off as the secret of something else", async () => {
      const text = await here.encrypt(secret, context);
      await expect(here.decrypt(text, "integration.providers/two")).rejects.toThrow(SecretsError);
    });

    it("is refused where any part of it was changed", async () => {
      const parts = (await here.encrypt(secret, context)).split(".");
      for (const index of parts.keys()) {
        const changed = parts.map((part, at) => (at === index ? flipped(part) : part)).join(".");
        await expect(here.decrypt(changed as Encrypted, context)).rejects.toThrow(SecretsError);
      }
      for (const text of ["", ".", "v1.file", parts.slice(0, 4).join(".")]) {
        await expect(here.decrypt(text as Encrypted, context)).rejects.toThrow(SecretsError);
      }
    });
  });
}

function describeVersions(servers: () => Promise<Servers>): void {
  describe("a key", () => {
    let here: EnvelopeEncryption;
    let elsewhere: EnvelopeEncryption;
    beforeAll(async () => {
      ({ here, elsewhere } = await servers());
    });

    it("can be rotated: what it encrypted stays readable, and all servers write by the new version", async () => {
      const before = await here.encrypt(secret, context);
      const version = await here.ring.rotate();
      expect(version).toBe(keyOf(before).version + 1);
      for (const server of [here, elsewhere]) {
        expect(await server.decrypt(before, context)).toEqual(secret);
        const after = await server.encrypt(secret, context);
        expect(keyOf(after).version).toBe(version);
      }
      const rewrapped = await elsewhere.rewrap(before);
      expect(keyOf(rewrapped).version).toBe(version);
      expect(await here.decrypt(rewrapped, context)).toEqual(secret);
    });

    it("keeps its old versions until they are given up", async () => {
      const before = await here.encrypt(secret, context);
      const version = await here.ring.rotate();
      const after = await here.rewrap(before);
      await here.ring.forgetBefore(version);
      expect(await elsewhere.decrypt(after, context)).toEqual(secret);
      await expect(elsewhere.decrypt(before, context)).rejects.toThrow(SecretsError);
    });
  });
}

/** Another text of the same length, of the same alphabet. */
function flipped(part: string): string {
  const middle = Math.floor(part.length / 2);
  return part.slice(0, middle) + (part[middle] === "1" ? "2" : "1") + part.slice(middle + 1);
}
