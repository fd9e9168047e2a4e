import { SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import { systemClock } from "../../../kernel/clock.ts";
import { createIds } from "../../../kernel/ids.ts";
import { createAccessTokens } from "./access-tokens.ts";
import { NAMELESS } from "./signing-keys.ts";

const ids = createIds(systemClock);
const [userId, id] = [ids.next("usr"), ids.next("ses")];
const from = new Date("2026-03-01T12:00:00Z");
const to = new Date("2026-03-01T12:10:00Z");

/** The first signs. */
function keysOf(...kids: readonly [string, ...string[]]) {
  const keyOf = (kid: string) => ({ kid, secret: Buffer.alloc(32, kid) });
  return {
    newest: async () => keyOf(kids[0]),
    find: async (kid: string) => (kids.includes(kid) ? keyOf(kid) : undefined),
  };
}

const issue = (...kids: readonly [string, ...string[]]) =>
  createAccessTokens(keysOf(...kids)).issue(userId, { kind: "session", id }, { from, to });

describe("an access token", () => {
  it("tells what it was exchanged for until it expires, also on another server", async () => {
    const token = await issue("a");
    const tokens = createAccessTokens(keysOf("a"));
    expect(await tokens.verify(token, from)).toEqual({ root: { kind: "session", id }, expiresAt: to });
    expect(await tokens.verify(token, to)).toBeUndefined();
    expect(await createAccessTokens(keysOf("a")).verify(token, to)).toBeUndefined();
  });

  it("is read by the key that it names, while others sign", async () => {
    const token = await issue("a");
    expect(await createAccessTokens(keysOf("b", "a")).verify(token, from)).toBeDefined();
    expect(await createAccessTokens(keysOf("b")).verify(token, from)).toBeUndefined();
  });

  it("that names another key than the one that signed it is forged", async () => {
    const [header, payload, signature] = (await issue("a")).split(".");
    const named = Buffer.from(String(header), "base64url").toString().replace('"a"', '"b"');
    const token = [Buffer.from(named).toString("base64url"), payload, signature].join(".");
    expect(await createAccessTokens(keysOf("a", "b")).verify(token, from)).toBeUndefined();
  });

  it("of a version that named no keys is read by the key from then", async () => {
    const sign = (secret: string) =>
      new SignJWT({ sid: id })
        .setProtectedHeader({ alg: "HS256" })
        .setIssuer("chatter")
        .setExpirationTime(to)
        .sign(Buffer.alloc(32, secret));
    const tokens = createAccessTokens(keysOf("a", NAMELESS));
    expect(await tokens.verify(await sign(NAMELESS), from)).toBeDefined();
    expect(await tokens.verify(await sign("a"), from)).toBeUndefined();
  });

  it("is nothing that merely looks like one", async () => {
    const tokens = createAccessTokens(keysOf("a"));
    for (const text of ["", "a.b.c", "x".repeat(10_000), "\u0000"]) {
      expect(await tokens.verify(text, from)).toBeUndefined();
    }
  });
});
