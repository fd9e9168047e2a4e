import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Role } from "../../../../gen/chatter/auth/v1/auth_pb.js";
import { refusalOf } from "../../../platform/rpc/testing/refusal.ts";
import { type AuthWorld, createAuthWorld, createCaller, PASSWORD, type Person } from "../testing/world.ts";

const DAY = 86_400_000;
let world: AuthWorld;
let ada: Person;

beforeEach(async () => {
  world = await createAuthWorld();
  ada = await world.founder();
});

afterEach(() => world.close());

const ends = (person: { readonly api: Person["api"] }) => refusalOf(person.api.getSession({}));

describe("signing in", () => {
  it("gives programs a token and browsers a cookie, each of which is the session", async () => {
    const browser = world.caller();
    const { sessionToken } = await browser.login({ email: "Ada@Example.org ", password: PASSWORD });
    expect(sessionToken).toMatch(/^chs_[\w-]{43}$/);
    expect(browser.browser.cookie).toContain(sessionToken);
    const [byCookie, byToken] = [
      await browser.getSession({}),
      await world.caller(sessionToken).getSession({}),
    ];
    expect(byCookie.session).toEqual(byToken.session);
    expect(byCookie.session).toMatchObject({ current: true, userAgent: "vitest", address: "192.0.2.1" });
  });

  it("answers the same for a wrong password, an unknown address and no address at all", async () => {
    const attempts = [
      { email: ada.email, password: "not the password" },
      { email: "nobody@example.org", password: PASSWORD },
      { email: "nothing like an address", password: PASSWORD },
    ];
    const answers = await Promise.all(
      attempts.map((attempt) =>
        world
          .caller()
          .login(attempt)
          .catch((error: unknown) => String(error)),
      ),
    );
    expect(new Set(answers).size).toBe(1);
    expect(await refusalOf(world.caller().login(attempts[0] ?? {}))).toBe("INVALID_CREDENTIALS");
  });

  it("takes a password as it was meant, however the system composes its letters", async () => {
    await ada.api.changePassword({ currentPassword: PASSWORD, newPassword: "caf\u00e9 am see" });
    expect(await ends(await world.signIn(ada.email, "cafe\u0301 am see"))).toBe("no refusal");
  });

  it("is refused for a while after too many failures, whether there is such an account or not", async () => {
    for (const email of [ada.email, "nobody@example.org"]) {
      const attempt = () => refusalOf(world.caller().login({ email, password: "wrong" }));
      for (let n = 0; n < 10; n += 1) expect(await attempt()).toBe("INVALID_CREDENTIALS");
      expect(await attempt()).toBe("TOO_MANY_ATTEMPTS");
    }
    // From elsewhere the owner of the account still gets in.
    const elsewhere = world.caller();
    elsewhere.browser.address = "198.51.100.7";
    expect(await refusalOf(elsewhere.login({ email: ada.email, password: PASSWORD }))).toBe("no refusal");
  });
});

describe("a session", () => {
  it("ends thirty days after it was last used", async () => {
    world.clock.advance(29 * DAY);
    const server = createCaller(world.openServer(), ada.token);
    expect(await ends({ api: server })).toBe("no refusal");
    world.clock.advance(29 * DAY);
    expect(await ends({ api: createCaller(world.openServer(), ada.token) })).toBe("no refusal");
    world.clock.advance(31 * DAY);
    expect(await ends({ api: server })).toBe("UNAUTHENTICATED");
  });

  it("ends after ninety days however much it is used", async () => {
    for (let days = 0; days < 85; days += 17) {
      world.clock.advance(17 * DAY);
      expect(await ends({ api: createCaller(world.openServer(), ada.token) })).toBe("no refusal");
    }
    world.clock.advance(6 * DAY);
    expect(await ends(ada)).toBe("UNAUTHENTICATED");
  });

  it("notes when and from where it was last used, once a minute at most", async () => {
    const [before] = (await ada.api.listSessions({})).sessions;
    world.clock.advance(59_000);
    await createCaller(world.openServer(), ada.token).getSession({});
    expect((await ada.api.listSessions({})).sessions).toEqual([before]);

    world.clock.advance(2_000);
    const elsewhere = createCaller(world.openServer(), ada.token);
    elsewhere.browser.address = "198.51.100.7";
    await elsewhere.getSession({});
    const [after] = (await ada.api.listSessions({})).sessions;
    expect(after?.address).toBe("198.51.100.7");
    expect(Number(after?.lastSeenAt?.seconds) - Number(before?.lastSeenAt?.seconds)).toBe(61);
  });

  it("can be seen by its owner and ended from another one, at once", async () => {
    const phone = await world.signIn(ada.email);
    const { sessions } = await phone.api.listSessions({});
    expect(sessions).toHaveLength(2);
    const other = sessions.find(({ current }) => !current);

    await phone.api.endSession({ sessionId: other?.id ?? "" });
    expect(await ends(ada)).toBe("UNAUTHENTICATED");
    expect(await ends(phone)).toBe("no refusal");
    expect(world.published.at(-1)).toMatchObject({
      type: "chatter.auth.events.v1.SessionsEnded",
      payload: { userId: ada.userId, sessionIds: [other?.id] },
    });
  });

  it("cannot be ended by somebody else", async () => {
    const bob = await world.invite(ada, Role.MEMBER, "Bob");
    const [session] = (await ada.api.listSessions({})).sessions;
    expect(await refusalOf(bob.api.endSession({ sessionId: session?.id ?? "" }))).toBe("SESSION_NOT_FOUND");
    expect(await ends(ada)).toBe("no refusal");
  });

  it("ends with signing out, and the browser forgets it", async () => {
    const browser = world.caller();
    await browser.login({ email: ada.email, password: PASSWORD });
    await browser.logout({});
    expect(browser.browser.cookie).toBe("__Host-chatter_session=");
    expect(await refusalOf(browser.getSession({}))).toBe("UNAUTHENTICATED");
    expect(await ends(ada)).toBe("no refusal");
  });

  it("ends with signing out everywhere, wherever it is", async () => {
    const phone = await world.signIn(ada.email);
    await phone.api.logoutEverywhere({});
    expect(await ends(ada)).toBe("UNAUTHENTICATED");
    expect(await ends(phone)).toBe("UNAUTHENTICATED");
  });

  it("makes room for a newer one when the person has a hundred", async () => {
    const [oldest] = (await ada.api.listSessions({})).sessions;
    world.clock.advance(1_000);
    for (let n = 0; n < 100; n += 1) await world.caller().login({ email: ada.email, password: PASSWORD });
    expect(await ends(ada)).toBe("UNAUTHENTICATED");
    expect(world.published.at(-1)).toMatchObject({ payload: { sessionIds: [oldest?.id] } });
  });

  it("is deleted some time after it expired", async () => {
    const phone = await world.signIn(ada.email);
    world.clock.advance(31 * DAY);
    await world.module.forgetExpired();
    const again = await world.signIn(ada.email);
    expect((await again.api.listSessions({})).sessions).toHaveLength(1);
    expect(await ends(phone)).toBe("UNAUTHENTICATED");
  });

  it("opens nothing with anything but its own token", async () => {
    for (const credential of ["", "chs_", `${ada.token}x`, ada.token.slice(0, -1), "x".repeat(5_000)]) {
      expect(await ends({ api: world.caller(credential) })).toBe("UNAUTHENTICATED");
    }
    const basic = { authorization: `Basic ${ada.token}`, address: "", userAgent: "", secure: true };
    expect(await world.module.authenticate(basic)).toBeUndefined();
  });
});
