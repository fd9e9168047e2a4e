import { randomBytes } from "node:crypto";
import { appendFile, chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createLog } from "../log/log.ts";
import type { Encrypted, EnvelopeEncryption } from "./encryption.ts";
import { SecretsError } from "./errors.ts";
import { openEncryption } from "./open-encryption.ts";
import { Rotation } from "./rotation.ts";
import { type Reply, type ScriptedVault, startScriptedVault } from "./testing/scripted-vault.ts";

let folder: string;
let vault: ScriptedVault;
/** All that was logged, thrown or shown. */
let said: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "chatter-silence-"));
  vault = await startScriptedVault();
  said = "";
});
afterEach(async () => {
  vault.close();
  await rm(folder, { recursive: true });
});

const log = createLog({ destination: { write: (line) => void (said += line) } });
const secret = randomBytes(24).toString("hex");
const token = `s.${randomBytes(12).toString("hex")}`;
const context = "integration.providers/one";

async function fails(work: Promise<unknown>): Promise<void> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(SecretsError);
  log.error({ err: error }, "could not use a secret");
  said += inspect(error, { depth: 20, showHidden: true });
}

function expectSilenceAbout(...values: readonly string[]): void {
  expect(said).toContain("could not use a secret");
  for (const value of values) {
    for (const form of ["utf8", "base64", "base64url", "hex"] as const)
      expect(said).not.toContain(Buffer.from(value).toString(form));
  }
}

describe("what fails about secrets says neither secret nor key", () => {
  it("where the key file is damaged, open to others, missing, or not the right one", async () => {
    const encryption = await openEncryption({ dataDir: folder });
    const text = await encryption.encrypt(Buffer.from(secret), context);
    const file = join(folder, "secrets.key");
    const key = /"1": "(.+)"/.exec(await readFile(file, "utf8"))?.[1] ?? "";
    const list = async (after: string) => (after === "" ? [{ id: "1", encrypted: unreadable(text) }] : []);
    const keeper = { name: "club.secrets", list, replace: async () => true, remove: async () => {} };
    await fails(encryption.decrypt(text, "something else"));
    await fails(encryption.decrypt(secret as Encrypted, context));
    await fails(new Rotation(encryption, [keeper]).rewrap());
    await chmod(file, 0o644);
    await fails(encryption.decrypt(text, context));
    await chmod(file, 0o600);
    await appendFile(file, "}");
    await fails(encryption.decrypt(text, context));
    await writeFile(file, key);
    await fails(encryption.encrypt(Buffer.from(secret), context));
    await rm(file);
    await fails(encryption.encrypt(Buffer.from(secret), context));
    expect(key).toHaveLength(43);
    expectSilenceAbout(secret, token);
    expect(said).not.toContain(key);
    expect(said).not.toContain(Buffer.from(key, "base64url").toString("hex"));
  });

  it("where Vault refuses, is silent, or says all it knows", async () => {
    const encryption = await withVault();
    vault.answer({ status: 200, body: { data: { ciphertext: "vault:v1:AAAA" } } });
    const text = await encryption.encrypt(Buffer.from(secret), context);
    const dataKey = (JSON.parse(vault.asked[0]?.body ?? "") as { plaintext: string }).plaintext;
    const chatty = { errors: [`${token} ${secret} ${dataKey}`], data: { plaintext: `${dataKey} ${secret}` } };
    const replies: Reply[] = [200, 307, 400, 403, 404, 418, 500, 503].map((status) => ({
      status,
      body: chatty,
    }));
    for (const reply of [...replies, { status: 200, body: `${token} ${dataKey}` }] as const) {
      vault.answer(reply);
      await fails(encryption.decrypt(text, context));
      await fails(encryption.encrypt(Buffer.from(secret), context));
    }
    expectSilenceAbout(secret, token);
    expect(said).not.toContain(dataKey);
  });

  it("where the token itself is not one", async () => {
    const file = join(folder, "token");
    for (const content of ["", `${token}\nand ${token}`, `${token} ü`]) {
      await writeFile(file, content);
      await fails(withVault({ file }));
    }
    await fails(withVault({ file: join(folder, "nowhere") }));
    expectSilenceAbout(token);
  });
});

function withVault(from: { text: string } | { file: string } = { text: token }): Promise<EnvelopeEncryption> {
  vault.answer({ status: 200, body: { data: { latest_version: 1 } } });
  return openEncryption({
    dataDir: folder,
    vault: { address: vault.address, key: "transit/chatter", token: from },
  });
}

/** Of a version that is not there. */
const unreadable = (text: Encrypted): Encrypted => text.replace(".1.", ".9.") as Encrypted;
