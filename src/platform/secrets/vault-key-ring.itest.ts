import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isUnavailable } from "../rpc/unavailable.ts";
import { openCollector } from "../telemetry/testing/collector.ts";
import { inSpan, startTracing } from "../telemetry/tracing.ts";
import { SecretsAwayError, SecretsError } from "./errors.ts";
import { type ScriptedVault, startScriptedVault } from "./testing/scripted-vault.ts";
import { VaultKeyRing } from "./vault-key-ring.ts";

const key = (version: number) => ({ status: 200, body: { data: { latest_version: version } } });
const encrypted = { status: 200, body: { data: { ciphertext: "vault:v3:AAAA" } } };
const busy = { status: 503, body: { errors: ["Vault is sealed"] } };

let vault: ScriptedVault;
let ring: VaultKeyRing;
const settings = (address = vault.address) => ({
  address,
  key: "engines/transit/chatter",
  token: async () => "s.token",
});

beforeAll(async () => {
  vault = await startScriptedVault();
  vault.answer(key(3));
  ring = await VaultKeyRing.open(settings());
});
afterAll(() => vault.close());

describe("a key in Vault", () => {
  it("is asked by its mount and name, with the token in a header", async () => {
    vault.answer(encrypted);
    expect(await ring.wrap(Buffer.from("data key"))).toEqual({ version: 3, text: "AAAA" });
    expect(vault.asked).toMatchObject([
      { path: "/v1/engines/transit/encrypt/chatter", headers: { "x-vault-token": "s.token" } },
    ]);
  });

  it("is made where there is none", async () => {
    vault.answer({ status: 404 }, { status: 204 }, key(1));
    await VaultKeyRing.open(settings());
    expect(vault.asked[1]).toMatchObject({
      path: "/v1/engines/transit/keys/chatter",
      body: JSON.stringify({ type: "aes256-gcm96" }),
    });
  });

  it("is asked three times at most while Vault is sealed, full or silent", async () => {
    vault.answer(key(3));
    const ring = await VaultKeyRing.open({ ...settings(), limitMs: 300 });
    for (const reply of [busy, { status: 429 }, "silence"] as const) {
      vault.answer(reply, encrypted);
      expect((await ring.wrap(Buffer.alloc(32))).version).toBe(3);
      vault.answer(reply);
      await expect(ring.wrap(Buffer.alloc(32))).rejects.toThrow(SecretsAwayError);
      expect(vault.asked).toHaveLength(3);
    }
  });

  it("is rotated once, whatever the answer", async () => {
    vault.answer(busy);
    await expect(ring.rotate()).rejects.toThrow(SecretsAwayError);
    expect(vault.asked).toHaveLength(1);
  });

  it("that cannot be asked is a reason to try again later, for callers too", async () => {
    const failure: unknown = await VaultKeyRing.open(settings("http://127.0.0.1:1")).catch((it) => it);
    expect(failure).toBeInstanceOf(SecretsAwayError);
    expect(isUnavailable(failure)).toBe(true);
  });

  it("that is refused tells the variable to look at, in one line", async () => {
    const reasons = [
      [{ status: 403 }, /^VAULT_TOKEN: [^\n]+$/],
      [{ status: 400 }, /^VAULT_KEY: [^\n]+$/],
      [{ status: 404 }, /^VAULT_KEY: [^\n]+$/],
      [{ status: 200, body: "<html>" }, /^VAULT_ADDR: [^\n]+$/],
      [{ status: 200, body: { data: { latest_version: "many" } } }, /^VAULT_KEY: [^\n]+$/],
    ] as const;
    for (const [reply, reason] of reasons) {
      vault.answer(reply);
      await expect(VaultKeyRing.open(settings())).rejects.toThrow(SecretsError);
      await expect(VaultKeyRing.open(settings())).rejects.toThrow(reason);
    }
  });

  it("does not hand its token to another server that Vault names", async () => {
    const other = await startScriptedVault();
    other.answer(key(1));
    vault.answer({ status: 307, headers: { location: `${other.address}/v1/engines/transit/keys/chatter` } });
    await expect(VaultKeyRing.open(settings())).rejects.toThrow(/^VAULT_ADDR: /);
    expect(other.asked).toEqual([]);
    other.close();
  });

  it("is asked as part of the trace of who asks, with nothing secret in it", async () => {
    const collector = await openCollector();
    const stop = await startTracing(collector.url, { warn: () => {} });
    vault.answer(busy, encrypted);
    await inSpan("work", {}, () => ring.wrap(Buffer.from("data key")));
    await stop();
    const asked = collector.spans().filter(({ name }) => name === "vault encrypt");
    const [work] = collector.spans().filter(({ name }) => name === "work");
    expect(asked.map(({ parentSpanId }) => parentSpanId)).toEqual([work?.spanId, work?.spanId]);
    expect(vault.asked.map(({ headers }) => headers["traceparent"])).toEqual(
      asked.map(({ traceId, spanId }) => `00-${traceId}-${spanId}-01`),
    );
    for (const secret of ["s.token", Buffer.from("data key").toString("base64")])
      expect(collector.exported()).not.toContain(secret);
    await collector.close();
  });
});
