import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningEngine, startEngine } from "../../../tools/engines/index.ts";
import { EnvelopeEncryption, keyOf } from "./encryption.ts";
import { SecretsAwayError } from "./errors.ts";
import { openEncryption } from "./open-encryption.ts";
import { describeEncryption } from "./testing/encryption-suite.ts";
import { VaultKeyRing } from "./vault-key-ring.ts";

let vault: RunningEngine<{ readonly VAULT_ADDR: string; readonly VAULT_TOKEN: string }>;
beforeAll(async () => {
  vault = await startEngine("vault");
});
afterAll(() => vault.discard());

const settings = (token = vault.settings.VAULT_TOKEN) => ({
  address: vault.settings.VAULT_ADDR,
  key: "transit/chatter",
  token: async () => token,
});
const open = () => VaultKeyRing.open(settings());

describeEncryption("a key in Vault", open);

/** As an operator does who has read docs/operating.md; answers a token of that policy. */
async function tokenOfDocumentedPolicy(): Promise<string> {
  const page = await readFile(new URL("../../../docs/operating.md", import.meta.url), "utf8");
  const policy = /```hcl\n([\s\S]+?)```/.exec(page)?.[1]?.replaceAll("/chatter", "/team");
  await administer("sys/policies/acl/team", { policy });
  const { auth } = await administer("auth/token/create", { policies: ["team"], no_default_policy: true });
  return auth?.client_token ?? "";
}

async function administer(path: string, body: object): Promise<{ auth?: { client_token: string } }> {
  const response = await fetch(`${vault.settings.VAULT_ADDR}/v1/${path}`, {
    method: "POST",
    headers: { "X-Vault-Token": vault.settings.VAULT_TOKEN },
    body: JSON.stringify(body),
  });
  expect(response.ok).toBe(true);
  const text = await response.text();
  return text === "" ? {} : (JSON.parse(text) as { auth?: { client_token: string } });
}

describe("Vault", () => {
  const secret = Buffer.from("a secret");

  it("that was stopped, killed or paused is missed in seconds, and nothing is lost when it is back", async () => {
    const encryption = new EnvelopeEncryption(await open());
    const text = await encryption.encrypt(secret, "c");
    const outages = [
      [() => vault.stop(), () => vault.start()],
      [() => vault.kill(), () => vault.start()],
      [() => vault.pause(), async () => vault.resume()],
    ] as const;
    for (const [leave, comeBack] of outages) {
      await leave();
      await expect(encryption.decrypt(text, "c")).rejects.toThrow(SecretsAwayError);
      await comeBack();
      expect(await encryption.decrypt(text, "c")).toEqual(secret);
    }
  });

  it("needs to allow no more than the documentation says", async () => {
    const token = await tokenOfDocumentedPolicy();
    const ring = await VaultKeyRing.open({ ...settings(token), key: "transit/team" });
    const encryption = new EnvelopeEncryption(ring);
    const text = await encryption.encrypt(secret, "c");
    await ring.rotate();
    const rewrapped = await encryption.rewrap(text);
    await ring.forgetBefore(2);
    expect(await encryption.decrypt(rewrapped, "c")).toEqual(secret);
    const other = VaultKeyRing.open({ ...settings(token), key: "transit/others" });
    await expect(other).rejects.toThrow(/^VAULT_TOKEN: .* its policy/);
  });

  it("that does not accept the token is refused by the name of its variable only", async () => {
    const refused = VaultKeyRing.open(settings("hunter2"));
    await expect(refused).rejects.toThrow(/^VAULT_TOKEN: /);
    await expect(refused).rejects.not.toThrow(/hunter2/);
  });

  it("takes over from a key file, whose secrets stay readable, and gives them back", async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "chatter-takeover-"));
    const text = await (await openEncryption({ dataDir })).encrypt(secret, "c");
    const { address, key } = settings();
    const token = { text: vault.settings.VAULT_TOKEN };
    const encryption = await openEncryption({ dataDir, vault: { address, key, token } });
    expect(await encryption.decrypt(text, "c")).toEqual(secret);
    const rewrapped = await encryption.rewrap(text);
    expect(keyOf(rewrapped).ring).toBe("vault");
    expect(await encryption.decrypt(rewrapped, "c")).toEqual(secret);
    const back = await encryption.writtenBy("file").rewrap(rewrapped);
    expect(await (await openEncryption({ dataDir })).decrypt(back, "c")).toEqual(secret);
    await rm(dataDir, { recursive: true });
  });
});
