import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Signature } from "../testing/identity-provider.ts";
import { createProvidedWorld, type ProvidedBrowser, type ProvidedWorld } from "../testing/provided-world.ts";

let there: ProvidedWorld;

beforeAll(async () => {
  there = await createProvidedWorld();
  await there.world.founder();
  there.provider.people.set("ben", { name: "Ben", email: "ben@example.org", email_verified: true });
  there.provider.people.set("cleo", { name: "Cleo", email: "cleo@example.org", email_verified: true });
});

afterAll(() => there.close());

type Claims = Readonly<Record<string, unknown>>;

const EVENT = "http://schemas.openid.net/event/backchannel-logout";

const seconds = (off = 0) => Math.floor(there.world.clock.now().getTime() / 1000) + off;

/** Signs somebody in; answers their browser and the session that it began with at the provider. */
async function signedIn(subject = "ben") {
  const { browser } = await there.arrive(subject);
  const sid = String(there.provider.given.at(-1)?.["sid"]);
  return { browser, sid };
}

const isIn = async (browser: ProvidedBrowser) =>
  (await browser.call("AuthService/GetSession"))["account"] !== undefined;

const honest = (more: Claims = {}): Claims => ({
  iss: there.provider.issuer,
  aud: "chatter",
  ...{ iat: seconds(), exp: seconds(120), jti: randomUUID(), sub: "ben", events: { [EVENT]: {} } },
  ...more,
});

async function post(token: string, type = "application/x-www-form-urlencoded"): Promise<number> {
  const body = new URLSearchParams({ logout_token: token }).toString();
  const headers = { "content-type": type };
  const response = await fetch(`${there.url}/auth/oidc/back-channel-logout`, {
    method: "POST",
    headers,
    body,
  });
  await response.text();
  return response.status;
}

const tell = async (claims: Claims, by?: Signature) =>
  post(await there.provider.sign(claims, by, { typ: "logout+jwt" }));

describe("a logout at the provider", () => {
  it("ends the session that began with it there, and no other", async () => {
    const [phone, desk] = [await signedIn(), await signedIn()];
    await there.provider.logOut("ben", phone.sid);
    expect(await isIn(phone.browser)).toBe(false);
    expect(await isIn(desk.browser)).toBe(true);
    expect(there.world.published.at(-1)).toMatchObject({ type: "chatter.auth.events.v1.SessionsEnded" });
  });

  it("ends all of the person's where it names none, and what began here goes on", async () => {
    const [phone, desk, other] = [await signedIn(), await signedIn(), await signedIn("cleo")];
    expect(await tell(honest())).toBe(200);
    expect([await isIn(phone.browser), await isIn(desk.browser)]).toEqual([false, false]);
    expect(await isIn(other.browser)).toBe(true);
  });

  it("ends nothing where it names somebody else's session", async () => {
    const [ben, cleo] = [await signedIn(), await signedIn("cleo")];
    expect(await tell(honest({ sid: cleo.sid }))).toBe(200);
    expect([await isIn(ben.browser), await isIn(cleo.browser)]).toEqual([true, true]);
  });

  it("is heard once", async () => {
    const token = await there.provider.sign(honest());
    expect(await post(token)).toBe(200);
    const { browser } = await signedIn();
    expect(await post(token)).toBe(400);
    expect(await isIn(browser)).toBe(true);
  });

  it.each<[string, () => Claims, Signature?]>([
    ["another issuer", () => honest({ iss: "https://evil.example.org" })],
    ["another audience", () => honest({ aud: "somebody else" })],
    ["no audience", () => honest({ aud: undefined })],
    ["no time", () => honest({ iat: undefined })],
    ["a time to come", () => honest({ iat: seconds(90) })],
    ["a time long ago", () => honest({ iat: seconds(-400), exp: seconds(120) })],
    ["an end that is over", () => honest({ iat: seconds(-100), exp: seconds(-90) })],
    ["no name", () => honest({ jti: undefined })],
    ["no event", () => honest({ events: undefined })],
    ["another event", () => honest({ events: { "http://schemas.openid.net/event/other": {} } })],
    ["a nonce, as an ID token has", () => honest({ nonce: "n" })],
    ["nobody", () => honest({ sub: undefined, sid: undefined })],
    ["somebody else's signature", () => honest(), "another key"],
    ["no signature", () => honest(), "nothing"],
    ["a signature by the client's secret", () => honest(), "secret"],
    ["a signature by the public key", () => honest(), "public key"],
  ])("ends nothing where it does not hold: %s", async (_, claims, by) => {
    const { browser } = await signedIn();
    expect(await tell(claims(), by)).toBe(400);
    expect(await isIn(browser)).toBe(true);
  });

  it("comes as a form of a sane size, with one token", async () => {
    expect(await post(await there.provider.sign(honest()), "application/json")).toBe(400);
    expect(await post("x".repeat(100_000))).toBe(400);
    expect(await post("nonsense")).toBe(400);
    const twice = await there.provider.sign(honest());
    expect(await post(`${twice}&logout_token=${twice}`)).toBe(400);
  });
});
