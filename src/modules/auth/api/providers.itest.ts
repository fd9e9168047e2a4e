import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Role } from "../../../../gen/chatter/auth/v1/auth_pb.js";
import type { ProvidedPerson } from "../testing/identity-provider.ts";
import { createProvidedWorld, type ProvidedBrowser, type ProvidedWorld } from "../testing/provided-world.ts";
import type { Person } from "../testing/world.ts";

let there: ProvidedWorld;
let ada: Person;

beforeAll(async () => {
  there = await createProvidedWorld();
  ada = await there.world.founder();
});

afterAll(() => there.close());

const STEP = 30_000;
const decided = {
  signUp: true,
  roles: undefined,
  trusts: { email: false, secondFactor: false },
};

beforeEach(() => {
  there.provider.lies = {};
  Object.assign(there.settings, decided);
  there.world.letters.length = 0;
});

const as = (name: string, more: ProvidedPerson = {}): ProvidedPerson => ({
  ...{ name, email: `${name.toLowerCase()}@example.org`, email_verified: true },
  ...more,
});

const accountIn = async (browser: ProvidedBrowser) =>
  (await browser.call("AuthService/GetSession"))["account"] as { role: string; userId: string } | undefined;

/** Somebody who came by invitation, and whose address is confirmed. */
async function confirmed(name: string): Promise<Person> {
  const person = await there.world.invite(ada, Role.MEMBER, name);
  await person.api.requestEmailVerification({});
  const token = /\/verify\/(\S+)/.exec(there.world.letters.at(-1)?.text ?? "")?.[1] ?? "";
  await person.api.verifyEmail({ token });
  there.world.letters.length = 0;
  return person;
}

describe("signing in at an identity provider", () => {
  it("makes an account for who has none, and goes on with the page that was wanted", async () => {
    const { browser, landed } = await there.arrive("ben", as("Ben", { preferred_username: "benny@corp" }));
    expect(landed).toEqual({ page: "/c/here", problem: undefined });
    expect(await browser.call("AuthService/GetSession")).toMatchObject({
      account: { email: "ben@example.org", emailVerified: true, role: "ROLE_MEMBER" },
      session: { method: "SIGN_IN_METHOD_PROVIDER" },
    });
    expect(there.world.published.at(-1)).toMatchObject({
      type: "chatter.auth.events.v1.AccountRegistered",
    });
    const { signIns } = await ada.api.signIn.listSignIns({ everybody: true });
    expect(signIns[0]?.userId).toBe((await accountIn(browser))?.userId);
  });

  it("opens the same account the next time, whatever the person is called and whichever address they have", async () => {
    const first = await there.arrive("cleo", as("Cleo"));
    const again = await there.arrive("cleo", as("Cleopatra"));
    expect(await accountIn(again.browser)).toMatchObject({
      userId: (await accountIn(first.browser))?.userId,
      email: "cleo@example.org",
    });
  });

  it("makes no account where the operator wants none", async () => {
    there.settings.signUp = false;
    const { landed, browser } = await there.arrive("dan", as("Dan"));
    expect(landed.problem).toBe("PROVIDER_ACCOUNT_MISSING");
    expect(await accountIn(browser)).toBeUndefined();
  });

  it("believes no address that the provider has not verified, unless the operator does", async () => {
    const unverified = as("Eve", { email_verified: false });
    expect((await there.arrive("eve", unverified)).landed.problem).toBe("PROVIDER_EMAIL_UNVERIFIED");
    const { email_verified: _, ...silent } = unverified;
    expect((await there.arrive("eve", silent)).landed.problem).toBe("PROVIDER_EMAIL_UNVERIFIED");
    there.settings.trusts = { email: true, secondFactor: false };
    expect((await there.arrive("eve", unverified)).landed.problem).toBe("PROVIDER_EMAIL_UNVERIFIED");
    expect((await there.arrive("eve", silent)).landed.problem).toBeUndefined();
  });

  it("keeps out who is deactivated, and notes that they tried", async () => {
    const { browser } = await there.arrive("finn", as("Finn"));
    const userId = (await accountIn(browser))?.userId ?? "";
    await ada.api.deactivateAccount({ userId });
    expect(await accountIn(browser)).toBeUndefined();
    expect((await there.arrive("finn")).landed.problem).toBe("ACCOUNT_DEACTIVATED");
    const { signIns } = await ada.api.signIn.listSignIns({ everybody: true });
    expect(signIns[0]).toMatchObject({ userId, result: 5, method: 5 });
  });

  it.each([
    ["//evil.example.org", "/"],
    ["/\\evil.example.org", "/"],
    ["/\t/evil.example.org", "/"],
    ["https://evil.example.org/", "/"],
    ["javascript:alert(1)", "/"],
    ["/.//evil.example.org", "//evil.example.org"],
    ["/c/chn_1?a=b#c", "/c/chn_1?a=b#c"],
  ])("goes on with a page of this server only: %s", async (next, page) => {
    there.provider.people.set("gus", as("Gus"));
    const start = `${there.url}/auth/oidc/start?${new URLSearchParams({ next }).toString()}`;
    // Always told as a whole address of this server, so that two slashes in it name nobody else.
    expect(await there.browser().visit(start, "gus")).toEqual({ page, problem: undefined });
  });

  it("tells that the provider let nobody in", async () => {
    expect((await there.arrive("", {})).landed.problem).toBe("PROVIDER_REFUSED");
  });
});

describe("an account that was there before", () => {
  it("is linked by an address that both sides have confirmed, and its owner is told", async () => {
    const hal = await confirmed("Hal");
    const { browser } = await there.arrive("hal", as("Hal"));
    expect(await accountIn(browser)).toMatchObject({ userId: hal.userId });
    expect(there.world.letters.map(({ subject }) => subject)).toContain("Your account was linked");
    expect(await hal.api.signIn.getProviderLink({})).toMatchObject({ providerName: "Northwind ID" });
  });

  it("is not linked by an address that it has not confirmed itself", async () => {
    const ivy = await there.world.invite(ada, Role.MEMBER, "Ivy");
    const { landed, browser } = await there.arrive("ivy", as("Ivy"));
    expect(landed.problem).toBe("PROVIDER_ACCOUNT_UNLINKED");
    expect(await accountIn(browser)).toBeUndefined();
    expect((await ivy.api.signIn.getProviderLink({})).linkedAt).toBeUndefined();
  });

  it("is linked in the settings, by the browser and the person that began it", async () => {
    const jo = await there.world.invite(ada, Role.MEMBER, "Jo");
    const browser = there.browser();
    await browser.call("AuthService/Login", { email: jo.email, password: "tulips in the snow" });
    const { url } = await browser.call("SignInService/BeginProviderLink");
    expect(await there.browser().visit(String(url), "jo")).toMatchObject({
      problem: "PROVIDER_ANSWER_INVALID",
    });
    const again = await browser.call("SignInService/BeginProviderLink");
    expect(await browser.visit(String(again["url"]), "jo")).toEqual({
      page: "/settings/account",
      problem: undefined,
    });
    expect(await accountIn((await there.arrive("jo")).browser)).toMatchObject({ userId: jo.userId });

    const kim = there.browser();
    const other = await there.world.invite(ada, Role.MEMBER, "Kim");
    await kim.call("AuthService/Login", { email: other.email, password: "tulips in the snow" });
    const begun = await kim.call("SignInService/BeginProviderLink");
    expect((await kim.visit(String(begun["url"]), "jo")).problem).toBe("PROVIDER_IDENTITY_TAKEN");
  });

  it("loses its link, but never the last way in", async () => {
    const { browser } = await there.arrive("lea", as("Lea"));
    expect(await browser.call("SignInService/RemoveProviderLink")).toMatchObject({
      code: "failed_precondition",
      message: expect.stringContaining("Nothing else opens your account"),
    });
    const userId = (await accountIn(browser))?.userId ?? "";
    const { token } = await ada.api.signIn.createRecoveryLink({ userId });
    await there.world.caller().resetPassword({ token, newPassword: "daisies in the rain" });
    const lea = await there.world.signIn("lea@example.org", "daisies in the rain");
    // Whoever is helped has lost it, and who holds it shall not come in.
    expect((await lea.api.signIn.getProviderLink({})).linkedAt).toBeUndefined();
    await there.arrive("lea");
    await lea.api.signIn.removeProviderLink({});
    expect((await lea.api.signIn.getProviderLink({})).linkedAt).toBeUndefined();
  });

  it("takes its link along when it is deleted", async () => {
    const { browser } = await there.arrive("max", as("Max"));
    const userId = (await accountIn(browser))?.userId ?? "";
    await ada.api.deleteAccount({ userId });
    const again = await there.arrive("max");
    expect((await accountIn(again.browser))?.userId).not.toBe(userId);
  });
});

describe("groups of the provider", () => {
  const rules = [
    { group: "chatter-admins", role: "admin" },
    { group: "staff", role: "member" },
  ] as const;

  it("give the highest role at each sign-in, and take it away again", async () => {
    there.settings.roles = rules;
    const roleWith = async (...groups: readonly string[]) =>
      (await accountIn((await there.arrive("nia", as("Nia", { groups }))).browser))?.role;
    expect(await roleWith("staff")).toBe("ROLE_MEMBER");
    expect(await roleWith("staff", "chatter-admins")).toBe("ROLE_ADMIN");
    expect(await roleWith("staff")).toBe("ROLE_MEMBER");
    const { landed } = await there.arrive("nia", as("Nia", { groups: ["visitors"] }));
    expect(landed.problem).toBe("PROVIDER_GROUP_MISSING");
    there.settings.roles = [...rules, { group: "*", role: "guest" }];
    expect(await roleWith("visitors")).toBe("ROLE_GUEST");
  });

  it("never unmake an owner", async () => {
    there.settings.roles = rules;
    const browser = there.browser();
    await browser.call("AuthService/Login", { email: ada.email, password: "tulips in the snow" });
    there.provider.people.set("ada", as("Ada", { groups: ["staff"] }));
    const { url } = await browser.call("SignInService/BeginProviderLink");
    await browser.visit(String(url), "ada");
    expect((await accountIn((await there.arrive("ada")).browser))?.role).toBe("ROLE_OWNER");
  });
});

/** An app that is set up in this browser's session; its code of the next half minute, which is honoured early. */
async function setUpApp(browser: ProvidedBrowser, { token = "" } = {}): Promise<() => string> {
  const [begin, finish] = token === "" ? ["BeginTotp", "ConfirmTotp"] : ["BeginEnrolment", "FinishEnrolment"];
  const { app } = await browser.call(`SignInService/${begin}`, token === "" ? {} : { token });
  const { secret } = app as { secret: string };
  const codeAt = (off: number) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({
      timestamp: there.world.clock.now().getTime() + off,
    });
  await browser.call(`SignInService/${finish}`, { ...(token && { token }), code: codeAt(0) });
  return () => codeAt(STEP);
}

const tokenIn = (page: string, name: string): string =>
  new URLSearchParams(new URL(page, there.url).hash.slice(1)).get(name) ?? "";

const methodIn = async (browser: ProvidedBrowser) =>
  ((await browser.call("AuthService/GetSession"))["session"] as { method: string } | undefined)?.method;

describe("a second factor", () => {
  it("is asked for here where one is set up, unless it was shown there", async () => {
    const code = await setUpApp((await there.arrive("ola", as("Ola"))).browser);

    const weak = await there.arrive("ola");
    expect(weak.landed.page).toMatch(/^\/login\?next=%2Fc%2Fhere#secondFactor=/);
    expect(await accountIn(weak.browser)).toBeUndefined();
    const token = tokenIn(weak.landed.page, "secondFactor");
    await weak.browser.call("SignInService/FinishLogin", { token, code: code() });
    expect(await methodIn(weak.browser)).toBe("SIGN_IN_METHOD_PROVIDER_AND_FACTOR");

    there.provider.lies = { claims: { amr: ["pwd", "mfa"] } };
    const strong = await there.arrive("ola");
    expect(await methodIn(strong.browser)).toBe("SIGN_IN_METHOD_PROVIDER_AND_FACTOR");
    there.provider.lies = { claims: { amr: "mfa" } };
    expect((await there.arrive("ola")).landed.page).toContain("#secondFactor=");
    there.settings.trusts = { email: false, secondFactor: true };
    expect(await methodIn((await there.arrive("ola")).browser)).toBe("SIGN_IN_METHOD_PROVIDER_AND_FACTOR");
  });

  it("is set up on the way in where the organisation asks for it, which ends what the provider alone has opened", async () => {
    const before = await there.arrive("pia", as("Pia"));
    const { app } = await ada.api.signIn.beginTotp({});
    const totp = new TOTP({ secret: Secret.fromBase32(app?.secret ?? "") });
    await ada.api.signIn.confirmTotp({
      code: totp.generate({ timestamp: there.world.clock.now().getTime() }),
    });
    await ada.api.signIn.requireSecondFactor({ from: timestampFromDate(there.world.clock.now()) });
    expect(await accountIn(before.browser)).toBeUndefined();

    const { browser, landed } = await there.arrive("pia");
    await setUpApp(browser, { token: tokenIn(landed.page, "enrolment") });
    expect(await methodIn(browser)).toBe("SIGN_IN_METHOD_PROVIDER_AND_FACTOR");
    await ada.api.signIn.requireSecondFactor({});
  });
});
