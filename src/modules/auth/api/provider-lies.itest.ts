import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Lies } from "../testing/identity-provider.ts";
import { createProvidedWorld, type ProvidedBrowser, type ProvidedWorld } from "../testing/provided-world.ts";

let there: ProvidedWorld;

beforeAll(async () => {
  there = await createProvidedWorld();
  await there.world.founder();
  const person = { name: "Ben", email: "ben@example.org", email_verified: true };
  await there.arrive("ben", person);
});

afterAll(() => there.close());

beforeEach(() => {
  there.provider.lies = {};
  there.provider.away = false;
});

const MINUTE = 60_000;
const seconds = (off = 0) => Math.floor(there.world.clock.now().getTime() / 1000) + off;

const problemOf = async (lies: Lies) => {
  there.provider.lies = lies;
  return (await there.arrive("ben")).landed.problem;
};

const isIn = async (browser: ProvidedBrowser) =>
  (await browser.call("AuthService/GetSession"))["account"] !== undefined;

/** Goes to the provider and stops where it would send the browser back. */
async function almostBack(browser: ProvidedBrowser): Promise<string> {
  let at = `${there.url}/auth/oidc/start`;
  while (!at.includes("/callback")) {
    const asks = at.includes("/interaction/");
    const response = await browser.step(at, asks ? { person: "ben" } : undefined);
    at = new URL(response.headers.get("location") ?? "", at).href;
  }
  return at;
}

describe("a provider that lies", () => {
  it.each<[string, () => Lies]>([
    ["another nonce", () => ({ claims: { nonce: "another" } })],
    ["no nonce", () => ({ claims: { nonce: undefined } })],
    ["another issuer", () => ({ claims: { iss: "https://evil.example.org" } })],
    ["another audience", () => ({ claims: { aud: "somebody else" } })],
    ["several audiences, for another party", () => ({ claims: { aud: ["chatter", "x"], azp: "x" } })],
    ["nobody", () => ({ claims: { sub: undefined } })],
    ["another subject than it answers about", () => ({ claims: { sub: "ada" } })],
    ["no time", () => ({ claims: { iat: undefined } })],
    ["no end", () => ({ claims: { exp: undefined } })],
    ["an end a while ago", () => ({ claims: { exp: seconds(-90) } })],
    ["a time to come", () => ({ claims: { iat: seconds(90) } })],
    ["a beginning to come", () => ({ claims: { nbf: seconds(90) } })],
    ["somebody else's signature", () => ({ signedBy: "another key" })],
    ["no signature", () => ({ signedBy: "nothing" })],
    ["a signature by the client's secret", () => ({ signedBy: "secret" })],
    ["a signature by its own public key", () => ({ signedBy: "public key" })],
  ])("is not believed: %s", async (_, lies) => {
    expect(await problemOf(lies())).toBe("PROVIDER_ANSWER_INVALID");
  });

  it("is believed where its clock differs by less than a minute", async () => {
    expect(await problemOf({ claims: { iat: seconds(45), nbf: seconds(45) } })).toBeUndefined();
    // The later of the test's clock and the real one, which has gone on meanwhile.
    const exp = Math.floor(Date.now() / 1000) - 45;
    expect(await problemOf({ claims: { exp } })).toBeUndefined();
  });

  it("is followed when it signs by a new key", async () => {
    expect(await problemOf({})).toBeUndefined();
    there.world.clock.advance(11_000);
    expect(await problemOf({ signedBy: "new key" })).toBeUndefined();
  });
});

describe("a provider that is away", () => {
  it.each<[string, string, NonNullable<Lies["at"]>["answer"]]>([
    ["its keys are a failure", "/jwks", "error"],
    ["its keys are nonsense", "/jwks", "nonsense"],
    ["its keys have no end", "/jwks", "huge"],
    ["its tokens are a failure", "/token", "error"],
    ["its tokens are nonsense", "/token", "nonsense"],
    ["its tokens have no end", "/token", "huge"],
    ["what it says of people is a failure", "/me", "error"],
    ["what it is asked first is a failure", "/.well-known", "error"],
    ["what it is asked first is nonsense", "/.well-known", "nonsense"],
    ["what it is asked first has no end", "/.well-known", "huge"],
    ["what it is asked first is never answered", "/.well-known", "silence"],
  ])("keeps nobody waiting, and the page says so: %s", async (_, path, answer) => {
    // What was learnt before is forgotten.
    there.world.clock.advance(11 * MINUTE);
    expect(await problemOf({ at: { path, answer } })).toBe("PROVIDER_AWAY");
  });

  it("is asked again for whoever comes next", async () => {
    there.world.clock.advance(11 * MINUTE);
    there.provider.away = true;
    expect((await there.arrive("ben")).landed).toEqual({
      page: "/login?problem=PROVIDER_AWAY",
      problem: "PROVIDER_AWAY",
    });
    there.provider.away = false;
    expect((await there.arrive("ben")).landed.problem).toBeUndefined();
  });
});

describe("what comes back from the provider", () => {
  it("is taken once", async () => {
    const browser = there.browser();
    const back = await almostBack(browser);
    const cookie = browser.cookie("chatter_visit");
    expect((await browser.visit(back)).problem).toBeUndefined();
    expect(cookie).toBeDefined();
    expect(browser.cookie("chatter_visit")).toBeUndefined();
    expect((await browser.visit(back)).problem).toBe("PROVIDER_ANSWER_INVALID");
  });

  it("is taken from the browser that was sent there, and is worth nothing once another one has shown it", async () => {
    const browser = there.browser();
    const back = await almostBack(browser);
    const thief = there.browser();
    await thief.step(`${there.url}/auth/oidc/start`);
    expect((await thief.visit(back)).problem).toBe("PROVIDER_ANSWER_INVALID");
    expect(await isIn(thief)).toBe(false);
    expect((await browser.visit(back)).problem).toBe("PROVIDER_ANSWER_INVALID");
  });

  it.each(["another", ""])("belongs to what was begun: state %j", async (state) => {
    const browser = there.browser();
    const back = new URL(await almostBack(browser));
    back.searchParams.set("state", state);
    expect((await browser.visit(back.href)).problem).toBe("PROVIDER_ANSWER_INVALID");
  });

  it("brings a code that the provider has not honoured before", async () => {
    const first = there.browser();
    const used = new URL(await almostBack(first));
    await first.visit(used.href);
    const second = there.browser();
    const back = new URL(await almostBack(second));
    back.searchParams.set("code", used.searchParams.get("code") ?? "");
    expect((await second.visit(back.href)).problem).toBe("PROVIDER_ANSWER_INVALID");
    expect(await isIn(second)).toBe(false);
  });

  it("comes from the provider that was asked", async () => {
    const browser = there.browser();
    const back = new URL(await almostBack(browser));
    back.searchParams.set("iss", "https://evil.example.org");
    expect((await browser.visit(back.href)).problem).toBe("PROVIDER_ANSWER_INVALID");
  });

  it("comes within a quarter of an hour", async () => {
    const browser = there.browser();
    const back = await almostBack(browser);
    there.world.clock.advance(15 * MINUTE);
    expect((await browser.visit(back)).problem).toBe("PROVIDER_ANSWER_INVALID");
  });
});
