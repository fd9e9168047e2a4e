import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Role, SignInMethod } from "../../../../gen/chatter/auth/v1/auth_pb.js";
import { SignInResult } from "../../../../gen/chatter/auth/v1/sign_in_pb.js";
import { refusalOf } from "../../../platform/rpc/testing/refusal.ts";
import { createDevice } from "../testing/device.ts";
import { type AuthWorld, createAuthWorld, PASSWORD, type Person } from "../testing/world.ts";

const DAY = 86_400_000;
const CHROME = "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0 Safari/537.36";
let world: AuthWorld;
let ada: Person;

beforeEach(async () => {
  world = await createAuthWorld({ mail: true });
  ada = await world.founder();
  world.letters.length = 0;
});

afterEach(() => world.close());

const outcomes = async (person: Person, everybody = false) => {
  const { signIns } = await person.api.signIn.listSignIns({ everybody });
  return signIns.map(({ method, result }) => [method, result]);
};

const guess = (email: string) => refusalOf(world.caller().login({ email, password: "a guess" }));

describe("the record of sign-ins", () => {
  it("tells each person by what and from where somebody came in or tried to, the latest first", async () => {
    await guess(ada.email);
    await world.signIn(ada.email);
    const device = createDevice();
    const { options } = await ada.api.signIn.beginPasskeyAddition({});
    await ada.api.signIn.addPasskey({ answer: device.make(options), name: "Laptop" });
    const copy = device.copy();
    for (const each of [device, copy]) {
      const begun = await world.caller().signIn.beginPasskeySignIn({});
      await refusalOf(world.caller().signIn.signInWithPasskey({ answer: each.show(begun.options) }));
    }
    expect(await outcomes(ada)).toEqual([
      [SignInMethod.PASSKEY, SignInResult.COPIED_PASSKEY],
      [SignInMethod.PASSKEY, SignInResult.IN],
      [SignInMethod.PASSWORD, SignInResult.IN],
      [SignInMethod.PASSWORD, SignInResult.WRONG_PASSWORD],
      [SignInMethod.PASSWORD, SignInResult.IN],
    ]);
    const [latest] = (await ada.api.signIn.listSignIns({ pageSize: 1 })).signIns;
    expect(latest).toMatchObject({ userId: ada.userId, address: "192.0.2.1", userAgent: "vitest" });
  });

  it("has nothing of accounts that do not exist, and of others only for who manages the organisation", async () => {
    const bob = await world.invite(ada, Role.MEMBER, "Bob");
    await guess("nobody@example.org");
    await guess(bob.email);
    expect(await outcomes(bob)).toEqual([
      [SignInMethod.PASSWORD, SignInResult.WRONG_PASSWORD],
      [SignInMethod.PASSWORD, SignInResult.IN],
    ]);
    expect(await outcomes(ada, true)).toHaveLength(3);
    expect(await refusalOf(bob.api.signIn.listSignIns({ everybody: true }))).toBe("PERMISSION_DENIED");
    expect(await refusalOf(world.caller().signIn.listSignIns({}))).toBe("UNAUTHENTICATED");
  });

  it("comes in pages", async () => {
    for (let n = 0; n < 3; n += 1) await guess(ada.email);
    const first = await ada.api.signIn.listSignIns({ pageSize: 2 });
    const second = await ada.api.signIn.listSignIns({ pageSize: 2, pageToken: first.nextPageToken });
    expect([first.signIns.length, second.signIns.length, second.nextPageToken]).toEqual([2, 2, ""]);
    expect(second.signIns.at(-1)?.result).toBe(SignInResult.IN);
    expect(await refusalOf(ada.api.signIn.listSignIns({ pageToken: "rubbish" }))).toBe(
      "PAGE_TOKEN_MALFORMED",
    );
  });

  it("tells of somebody who was deactivated and tried", async () => {
    const bob = await world.invite(ada, Role.MEMBER, "Bob");
    await ada.api.deactivateAccount({ userId: bob.userId });
    await refusalOf(world.signIn(bob.email));
    expect((await outcomes(ada, true))[0]).toEqual([SignInMethod.PASSWORD, SignInResult.DEACTIVATED]);
  });

  it("is kept for half a year", async () => {
    world.clock.advance(180 * DAY);
    const back = await world.signIn(ada.email);
    expect(await outcomes(back)).toHaveLength(2);
    await world.module.forgetExpired();
    expect(await outcomes(back)).toHaveLength(1);
  });
});

describe("a device that was not used before", () => {
  const signInWith = (userAgent: string) => {
    const caller = world.caller();
    caller.browser.userAgent = userAgent;
    return caller.login({ email: ada.email, password: PASSWORD });
  };

  it("is told to the account's owner by mail, once for each", async () => {
    await signInWith("vitest");
    expect(world.letters).toEqual([]);
    await signInWith(CHROME);
    expect(world.letters).toMatchObject([{ to: ada.email, subject: "A new device has signed in" }]);
    expect(world.letters[0]?.text).toContain("192.0.2.1");
    // It has been updated since.
    await signInWith(CHROME.replace("140", "151"));
    expect(world.letters).toHaveLength(1);
    const { signIns } = await ada.api.signIn.listSignIns({});
    expect(signIns.map(({ newDevice }) => newDevice)).toEqual([false, true, false, false]);
  });
});

describe("ending all other sessions", () => {
  it("leaves the one that asks", async () => {
    const phone = await world.signIn(ada.email);
    await phone.api.signIn.endOtherSessions({});
    expect(await refusalOf(ada.api.getSession({}))).toBe("UNAUTHENTICATED");
    expect((await phone.api.listSessions({})).sessions).toHaveLength(1);
    const { secret } = await phone.api.createApiKey({ name: "Script", scopes: ["write"] });
    expect(await refusalOf(world.caller(secret).signIn.endOtherSessions({}))).toBe("SESSION_REQUIRED");
  });
});
