import { toJsonString } from "@bufbuild/protobuf";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ListApiKeysResponseSchema, Role } from "../../../../gen/chatter/auth/v1/auth_pb.js";
import { refusalOf } from "../../../platform/rpc/testing/refusal.ts";
import { type AuthWorld, createAuthWorld, createCaller, type Person } from "../testing/world.ts";

const DAY = 86_400_000;
let world: AuthWorld;
let ada: Person;

beforeEach(async () => {
  world = await createAuthWorld();
  ada = await world.founder();
});

afterEach(() => world.close());

const works = (credential: string) => refusalOf(world.caller(credential).getSession({}));
const makeKey = (...scopes: ("read" | "write")[]) => ada.api.createApiKey({ name: "Cron", scopes });

describe("an API key", () => {
  it("acts as the person, by its own secret only, which nobody is told again", async () => {
    const { apiKey, secret } = await makeKey("write");
    expect(secret).toMatch(/^chk_[\w-]{43}$/);
    const { account, session } = await world.caller(secret).getSession({});
    expect(account?.userId).toBe(ada.userId);
    expect(session).toBeUndefined();
    const listed = await ada.api.listApiKeys({});
    expect(toJsonString(ListApiKeysResponseSchema, listed)).not.toContain(secret);
    expect(await works(apiKey?.id ?? "")).toBe("UNAUTHENTICATED");
  });

  it("may only read where that is its scope", async () => {
    const { secret } = await makeKey("read");
    expect(await works(secret)).toBe("no refusal");
    expect(await refusalOf(world.caller(secret).logoutEverywhere({}))).toBe("READ_ONLY_KEY");
  });

  it("makes no other keys, and cannot sign out", async () => {
    const { secret } = await makeKey("read", "write");
    const program = world.caller(secret);
    expect(await refusalOf(program.createApiKey({ name: "More", scopes: ["write"] }))).toBe(
      "SESSION_REQUIRED",
    );
    expect(await refusalOf(program.logout({}))).toBe("SESSION_REQUIRED");
  });

  it("tells when it was last used", async () => {
    const { secret } = await makeKey("read");
    expect((await ada.api.listApiKeys({})).apiKeys[0]?.lastUsedAt).toBeUndefined();
    await works(secret);
    const [key] = (await ada.api.listApiKeys({})).apiKeys;
    expect(key?.lastUsedAt).toEqual(timestampFromDate(world.clock.now()));
  });

  it("works until it expires, ninety days ahead if nothing else was wished", async () => {
    const { apiKey, secret } = await makeKey("read");
    const inNinetyDays = new Date(world.clock.now().getTime() + 90 * DAY);
    expect(apiKey?.expiresAt).toEqual(timestampFromDate(inNinetyDays));
    world.clock.advance(90 * DAY - 1);
    expect(await works(secret)).toBe("no refusal");
    world.clock.advance(1);
    expect(await works(secret)).toBe("UNAUTHENTICATED");
  });

  it("cannot be made to expire in the past or after more than a year", async () => {
    for (const days of [-1, 367]) {
      const expiresAt = timestampFromDate(new Date(world.clock.now().getTime() + days * DAY));
      const wish = { name: "Cron", scopes: ["read"], expiresAt };
      expect(await refusalOf(ada.api.createApiKey(wish))).toBe("API_KEY_EXPIRY");
    }
  });

  it("is revoked by its owner at once, and by nobody else", async () => {
    const { apiKey, secret } = await makeKey("write");
    const apiKeyId = apiKey?.id ?? "";
    await works(secret);
    const bob = await world.invite(ada, Role.MEMBER, "Bob");
    expect(await refusalOf(bob.api.revokeApiKey({ apiKeyId }))).toBe("API_KEY_NOT_FOUND");
    await ada.api.revokeApiKey({ apiKeyId });
    expect(await works(secret)).toBe("UNAUTHENTICATED");
    expect(world.published.at(-1)).toMatchObject({ payload: { userId: ada.userId, apiKeyIds: [apiKeyId] } });
  });

  it("survives that the person signs out everywhere or changes the password", async () => {
    const { secret } = await makeKey("read");
    await ada.api.logoutEverywhere({});
    expect(await works(secret)).toBe("no refusal");
  });
});

describe("an access token", () => {
  it("acts as the session it was exchanged for, for ten minutes", async () => {
    const { accessToken } = await ada.api.createAccessToken({});
    expect((await world.caller(accessToken).getSession({})).session).toMatchObject({ current: true });
    world.clock.advance(10 * 60_000 - 1);
    expect(await works(accessToken)).toBe("no refusal");
    world.clock.advance(1);
    expect(await works(accessToken)).toBe("UNAUTHENTICATED");
  });

  it("ends with what it was exchanged for", async () => {
    const { apiKey, secret } = await makeKey("write");
    const { accessToken: ofKey } = await world.caller(secret).createAccessToken({});
    const { accessToken: ofSession } = await ada.api.createAccessToken({});
    expect([await works(ofKey), await works(ofSession)]).toEqual(["no refusal", "no refusal"]);
    await ada.api.revokeApiKey({ apiKeyId: apiKey?.id ?? "" });
    expect(await works(ofKey)).toBe("UNAUTHENTICATED");
    await ada.api.logout({});
    expect(await works(ofSession)).toBe("UNAUTHENTICATED");
  });

  it("cannot be forged", async () => {
    const { accessToken } = await ada.api.createAccessToken({});
    const [header = "", payload = "", signature = ""] = accessToken.split(".");
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString());
    const later = Buffer.from(JSON.stringify({ ...claims, exp: claims.exp + 3600 })).toString("base64url");
    const unsigned = Buffer.from(JSON.stringify({ alg: "none" })).toString("base64url");
    for (const forged of [
      `${header}.${later}.${signature}`,
      `${unsigned}.${payload}.`,
      `${header}.${payload}.`,
      `${header}.${payload}`,
    ]) {
      expect(await works(forged)).toBe("UNAUTHENTICATED");
    }
  });

  it("works on every server of the installation", async () => {
    const { accessToken } = await ada.api.createAccessToken({});
    const other = createCaller(world.openServer(), accessToken);
    expect(await refusalOf(other.getSession({}))).toBe("no refusal");
  });
});
