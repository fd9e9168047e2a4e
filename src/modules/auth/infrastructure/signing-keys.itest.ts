import { SignJWT } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createMigratedDatabase } from "../../../app/testing/database.ts";
import { createIds } from "../../../kernel/ids.ts";
import { createTestClock, type TestClock } from "../../../kernel/testing/test-clock.ts";
import { type Database, openDatabase } from "../../../platform/postgres/database.ts";
import type { TestDatabase } from "../../../platform/postgres/testing/database.ts";
import { EnvelopeEncryption } from "../../../platform/secrets/encryption.ts";
import { SecretsError } from "../../../platform/secrets/errors.ts";
import { Rotation } from "../../../platform/secrets/rotation.ts";
import { createMemoryKeyRing } from "../../../platform/secrets/testing/memory-key-ring.ts";
import { createAccessTokens } from "./access-tokens.ts";
import type { AuthSchema } from "./schema.ts";
import { SigningKeys } from "./signing-keys.ts";

const MINUTE = 60_000;
let created: TestDatabase;
let database: Database<AuthSchema>;
let clock: TestClock;
let encryption: EnvelopeEncryption;

beforeAll(async () => {
  created = await createMigratedDatabase();
  database = openDatabase({ url: created.url, role: "chatter_auth", onError: () => {} });
});
afterAll(async () => {
  await database.close();
  await created.drop();
});
beforeEach(async () => {
  await database.sql.deleteFrom("auth.signing_keys").execute();
  clock = createTestClock();
  encryption = new EnvelopeEncryption(createMemoryKeyRing());
});

const server = () => new SigningKeys({ clock, database, encryption });
const rows = () => database.sql.selectFrom("auth.signing_keys").selectAll().orderBy("created_at").execute();

/** What programs see of a server. */
function tokensOf(keys: SigningKeys) {
  const ids = createIds(clock);
  const tokens = createAccessTokens(keys);
  return {
    issue() {
      const life = { from: clock.now(), to: new Date(clock.now().getTime() + 10 * MINUTE) };
      return tokens.issue(ids.next("usr"), { kind: "session", id: ids.next("ses") }, life);
    },
    async accepts(token: string) {
      return (await tokens.verify(token, clock.now())) !== undefined;
    },
  };
}

describe("the keys that sign access tokens", () => {
  it("are the same on all servers, also when several start at once, and are stored encrypted", async () => {
    const servers = [server(), server(), server()];
    await Promise.all(servers.map((each) => each.open()));
    const [newest, ...others] = await Promise.all(servers.map((each) => each.newest()));
    for (const other of others) expect(other).toEqual(newest);
    const [row, ...more] = await rows();
    expect(more).toEqual([]);
    expect(row?.secret).not.toContain(Buffer.from(newest?.secret ?? "").toString("base64url"));
  });

  it("let every server accept the tokens of every other", async () => {
    const [here, there] = [tokensOf(server()), tokensOf(server())];
    expect(await there.accepts(await here.issue())).toBe(true);
    expect(await here.accepts(await there.issue())).toBe(true);
  });

  it("are renewed while everything that was signed stays valid until it expires", async () => {
    const [renewing, other] = [server(), server()];
    const [here, there] = [tokensOf(renewing), tokensOf(other)];
    const before = await there.issue();
    await renewing.renew();
    expect((await renewing.newest()).kid).not.toBe((await other.newest()).kid);
    // The other server does not know yet, and signs by the key that is retired for up to a minute.
    clock.advance(MINUTE);
    const between = await there.issue();
    expect(await there.accepts(await here.issue())).toBe(true);
    expect((await other.newest()).kid).toBe((await renewing.newest()).kid);
    clock.advance(9 * MINUTE - 1_000);
    expect(await here.accepts(before)).toBe(true);
    expect(await tokensOf(server()).accepts(between)).toBe(true);
  });

  it("open nothing any more once all that they signed has expired, whatever a token says", async () => {
    const keys = server();
    const { kid, secret } = await keys.newest();
    const forged = await new SignJWT({ sid: createIds(clock).next("ses") })
      .setProtectedHeader({ alg: "HS256", kid })
      .setIssuer("chatter")
      .setExpirationTime(new Date(clock.now().getTime() + 1_000 * MINUTE))
      .sign(secret);
    expect(await tokensOf(keys).accepts(forged)).toBe(true);
    await keys.renew();
    clock.advance(13 * MINUTE);
    expect(await tokensOf(keys).accepts(forged)).toBe(false);
    await keys.forgetRetired();
    expect((await rows()).map((row) => row.kid)).toEqual([(await keys.newest()).kid]);
  });

  it("begin with the secret of an earlier version, whose tokens stay valid", async () => {
    const earlier = Buffer.alloc(32, "earlier");
    await server().open(earlier);
    await server().open(Buffer.alloc(32, "of another server"));
    // As the earlier version signed it.
    const { subtle } = globalThis.crypto;
    const base = await subtle.importKey("raw", earlier, "HKDF", false, ["deriveBits"]);
    const info = Buffer.from("chatter access tokens");
    const derivation = { name: "HKDF", hash: "SHA-256", salt: Buffer.alloc(0), info };
    const token = await new SignJWT({ sid: createIds(clock).next("ses") })
      .setProtectedHeader({ alg: "HS256" })
      .setIssuer("chatter")
      .setExpirationTime(new Date(clock.now().getTime() + 10 * MINUTE))
      .sign(Buffer.from(await subtle.deriveBits(derivation, base, 256)));
    expect(await tokensOf(server()).accepts(token)).toBe(true);
  });

  it("that cannot be read are refused at the start, and those that are known go on", async () => {
    const keys = server();
    const { issue, accepts } = tokensOf(keys);
    const token = await issue();
    encryption = new EnvelopeEncryption(createMemoryKeyRing());
    await expect(server().open()).rejects.toThrow(SecretsError);
    await server().renew();
    clock.advance(2 * MINUTE);
    expect(await accepts(token)).toBe(true);
    await expect(issue()).rejects.toThrow(SecretsError);
  });

  it("that are lost with their key can be given up, and others take their place", async () => {
    await server().open();
    encryption = new EnvelopeEncryption(createMemoryKeyRing());
    const keys = server();
    const lost = await new Rotation(encryption, [keys.keeper]).giveUpUnreadable();
    expect(lost).toEqual([expect.stringMatching(/^auth\.signing_keys\//)]);
    await keys.open();
    expect(await tokensOf(server()).accepts(await tokensOf(keys).issue())).toBe(true);
  });

  it("are rewritten by a rotation one by one, and only where nobody else has", async () => {
    const keys = server();
    await keys.open();
    const [kept, ...more] = await keys.keeper.list("", 10);
    expect(more).toEqual([]);
    const { id, encrypted } = kept ?? expect.unreachable();
    expect(await keys.keeper.list(id, 10)).toEqual([]);
    const again = await encryption.rewrap(encrypted);
    expect(await keys.keeper.replace(id, encrypted, again)).toBe(true);
    expect(await keys.keeper.replace(id, encrypted, again)).toBe(false);
    expect(await tokensOf(server()).accepts(await tokensOf(keys).issue())).toBe(true);
  });
});
