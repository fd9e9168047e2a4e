import { SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import { systemClock } from "../../../kernel/clock.ts";
import { createIds } from "../../../kernel/ids.ts";
import { createAccessTokens } from "./access-tokens.ts";

const ids = createIds(systemClock);
const [userId, id] = [ids.next("usr"), ids.next("ses")];
const installation = Buffer.alloc(32, "a");
const from = new Date("2026-03-01T12:00:00Z");
const to = new Date("2026-03-01T12:10:00Z");
const issue = (key: Uint8Array) =>
  createAccessTokens(key).issue(userId, { kind: "session", id }, { from, to });

describe("an access token", () => {
  it("tells what it was exchanged for until it expires, also on another server", async () => {
    const token = await issue(installation);
    const tokens = createAccessTokens(installation);
    expect(await tokens.verify(token, from)).toEqual({ root: { kind: "session", id }, expiresAt: to });
    expect(await tokens.verify(token, to)).toBeUndefined();
    expect(await createAccessTokens(installation).verify(token, to)).toBeUndefined();
  });

  it("of another installation is none here", async () => {
    const token = await issue(Buffer.alloc(32, "b"));
    expect(await createAccessTokens(installation).verify(token, from)).toBeUndefined();
  });

  it("is signed with a key of its own, not with the installation's", async () => {
    const token = await new SignJWT({ sid: id })
      .setProtectedHeader({ alg: "HS256" })
      .setIssuer("chatter")
      .setExpirationTime(to)
      .sign(installation);
    expect(await createAccessTokens(installation).verify(token, from)).toBeUndefined();
  });

  it("is nothing that merely looks like one", async () => {
    const tokens = createAccessTokens(installation);
    for (const text of ["", "a.b.c", "x".repeat(10_000), "\u0000"]) {
      expect(await tokens.verify(text, from)).toBeUndefined();
    }
  });
});
