import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { Secret, TOTP } from "otpauth";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Role } from "../../../../gen/chatter/auth/v1/auth_pb.js";
import { refusalOf } from "../../../platform/rpc/testing/refusal.ts";
import { createDevice } from "../testing/device.ts";
import { type AuthWorld, createAuthWorld, PASSWORD, type Person } from "../testing/world.ts";

const MINUTE = 60_000;
const STEP = 30_000;
let world: AuthWorld;
let ada: Person;

beforeEach(async () => {
  world = await createAuthWorld({ mail: true });
  ada = await world.founder();
  world.letters.length = 0;
});

afterEach(() => world.close());

const codeOf = (secret: string, off = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: world.clock.now().getTime() + off });

/** Sets an app up; the code that it took counts as used. */
async function setUp(person: Person) {
  const { app } = await person.api.signIn.beginTotp({});
  const secret = app?.secret ?? "";
  const { recoveryCodes } = await person.api.signIn.confirmTotp({ code: codeOf(secret) });
  world.clock.advance(STEP);
  return { secret, recoveryCodes };
}

const logIn = async (email: string) => (await world.caller().login({ email, password: PASSWORD })).unfinished;

async function finish(token: string, shown: { case: "code" | "recoveryCode"; value: string }) {
  return world.caller().signIn.finishLogin({ token, shown });
}

describe("an app for codes", () => {
  it("makes signing in take two steps, from the first code that it has shown", async () => {
    const begun = await ada.api.signIn.beginTotp({});
    expect(begun.app?.uri).toContain("Analytical%20Engines");
    expect(await logIn(ada.email)).toBeUndefined();

    const { secret } = await setUp(ada);
    const answer = await world.caller().login({ email: ada.email, password: PASSWORD });
    expect([answer.account, answer.sessionToken]).toEqual([undefined, ""]);
    const { account, sessionToken } = await finish(answer.unfinished?.token ?? "", {
      case: "code",
      value: codeOf(secret),
    });
    expect(account?.email).toBe(ada.email);
    expect((await world.caller(sessionToken).getSession({})).session?.method).toBe(3);
    expect(world.letters.map(({ subject }) => subject)).toEqual(["An app for codes was set up"]);
  });

  it("takes a code once, even when it comes twice at the same moment", async () => {
    const { secret } = await setUp(ada);
    const tokens = [await logIn(ada.email), await logIn(ada.email), await logIn(ada.email)];
    const value = codeOf(secret);
    const attempt = (n: number) => refusalOf(finish(tokens[n]?.token ?? "", { case: "code", value }));
    expect((await Promise.all([attempt(0), attempt(1)])).toSorted()).toEqual(["CODE_INVALID", "no refusal"]);
    expect(await attempt(2)).toBe("CODE_INVALID");
    // Nor one from before it, though its half minute is still honoured.
    const earlier = { case: "code", value: codeOf(secret, -STEP) } as const;
    expect(await refusalOf(finish(tokens[2]?.token ?? "", earlier))).toBe("CODE_INVALID");
  });

  it("may have a clock that is off by one step", async () => {
    const { secret } = await setUp(ada);
    const late = { case: "code", value: codeOf(secret, STEP) } as const;
    expect(await refusalOf(finish((await logIn(ada.email))?.token ?? "", late))).toBe("no refusal");
    world.clock.advance(5 * MINUTE);
    const tooLate = { case: "code", value: codeOf(secret, 2 * STEP) } as const;
    expect(await refusalOf(finish((await logIn(ada.email))?.token ?? "", tooLate))).toBe("CODE_INVALID");
  });

  it("cannot be guessed: only so many codes may be tried, whatever token they come with", async () => {
    const { secret } = await setUp(ada);
    // One of the ten was used to set it up, from another account's view: the limit is the account's.
    for (let n = 0; n < 9; n += 1) {
      const token = (await logIn(ada.email))?.token ?? "";
      expect(await refusalOf(finish(token, { case: "code", value: "000000" }))).toBe("CODE_INVALID");
    }
    const token = (await logIn(ada.email))?.token ?? "";
    const right = { case: "code", value: codeOf(secret) } as const;
    expect(await refusalOf(finish(token, right))).toBe("TOO_MANY_ATTEMPTS");
  });

  it("is stored encrypted", async () => {
    const { secret } = await setUp(ada);
    const [keeper] = world.module.keepers.filter(({ name }) => name === "auth.totp");
    const [kept] = (await keeper?.list("", 10)) ?? [];
    expect(kept?.encrypted).toMatch(/^v1\./);
    expect(kept?.encrypted).not.toContain(secret);
  });

  it("is removed by its owner, who is told, after showing who they are", async () => {
    await setUp(ada);
    await ada.api.signIn.removeTotp({});
    expect(await logIn(ada.email)).toBeUndefined();
    expect(world.letters.at(-1)?.subject).toBe("The app for codes was removed");
    world.clock.advance(15 * MINUTE);
    for (const attempt of [
      () => ada.api.signIn.beginTotp({}),
      () => ada.api.signIn.confirmTotp({ code: "000000" }),
      () => ada.api.signIn.removeTotp({}),
      () => ada.api.signIn.renewRecoveryCodes({}),
      () => ada.api.signIn.requireSecondFactor({}),
    ])
      expect(await refusalOf(attempt())).toBe("CONFIRMATION_REQUIRED");
  });

  it("is not replaced by another one unseen", async () => {
    await setUp(ada);
    expect(await refusalOf(ada.api.signIn.beginTotp({}))).toBe("TOTP_SET_UP");
    expect(await refusalOf(ada.api.signIn.confirmTotp({ code: "000000" }))).toBe("CODE_INVALID");
  });

  it("is not asked of a passkey, which stands for two factors", async () => {
    await setUp(ada);
    const device = createDevice();
    const { options } = await ada.api.signIn.beginPasskeyAddition({});
    await ada.api.signIn.addPasskey({ answer: device.make(options), name: "Laptop" });
    const begun = await world.caller().signIn.beginPasskeySignIn({});
    const { sessionToken } = await world
      .caller()
      .signIn.signInWithPasskey({ answer: device.show(begun.options) });
    expect(sessionToken).toMatch(/^chs_/);
  });
});

describe("the token of the first step", () => {
  it("is good for one sign-in, for five minutes, and survives a wrong code", async () => {
    const { secret } = await setUp(ada);
    const token = (await logIn(ada.email))?.token ?? "";
    expect(await refusalOf(finish(token, { case: "code", value: "000000" }))).toBe("CODE_INVALID");
    await finish(token, { case: "code", value: codeOf(secret) });
    world.clock.advance(STEP);
    expect(await refusalOf(finish(token, { case: "code", value: codeOf(secret) }))).toBe("LOGIN_EXPIRED");
    const late = (await logIn(ada.email))?.token ?? "";
    world.clock.advance(5 * MINUTE);
    expect(await refusalOf(finish(late, { case: "code", value: codeOf(secret) }))).toBe("LOGIN_EXPIRED");
    expect(await refusalOf(finish("made up", { case: "code", value: "000000" }))).toBe("LOGIN_EXPIRED");
  });

  it("opens nothing by itself, and sets up no app where there is one", async () => {
    await setUp(ada);
    const token = (await logIn(ada.email))?.token ?? "";
    expect(await refusalOf(world.caller(token).getSession({}))).toBe("UNAUTHENTICATED");
    expect(await refusalOf(world.caller().signIn.beginEnrolment({ token }))).toBe("LOGIN_EXPIRED");
  });

  it("is worth nothing once the password has changed", async () => {
    const { secret } = await setUp(ada);
    const token = (await logIn(ada.email))?.token ?? "";
    await ada.api.changePassword({ currentPassword: PASSWORD, newPassword: "crocus under the hedge" });
    expect(await refusalOf(finish(token, { case: "code", value: codeOf(secret) }))).toBe("LOGIN_EXPIRED");
  });
});

describe("recovery codes", () => {
  it("are ten, each of which lets somebody in once who has lost the app", async () => {
    const { recoveryCodes } = await setUp(ada);
    expect(recoveryCodes).toHaveLength(10);
    expect(new Set(recoveryCodes).size).toBe(10);
    for (const code of recoveryCodes) expect(code).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);

    const value = recoveryCodes[0]?.toLowerCase().replaceAll("-", " ") ?? "";
    const use = async () => {
      const token = (await logIn(ada.email))?.token ?? "";
      return refusalOf(finish(token, { case: "recoveryCode", value }));
    };
    expect(await use()).toBe("no refusal");
    expect(await use()).toBe("CODE_INVALID");
    expect(await ada.api.signIn.getSecondFactor({})).toMatchObject({ totp: true, recoveryCodesLeft: 9 });
  });

  it("are replaced all at once, and gone with the app", async () => {
    const { recoveryCodes } = await setUp(ada);
    const renewed = await ada.api.signIn.renewRecoveryCodes({});
    const token = (await logIn(ada.email))?.token ?? "";
    const use = (value = "") => refusalOf(finish(token, { case: "recoveryCode", value }));
    expect(await use(recoveryCodes[0])).toBe("CODE_INVALID");
    expect(await use(renewed.recoveryCodes[0])).toBe("no refusal");
    await ada.api.signIn.removeTotp({});
    expect(await ada.api.signIn.getSecondFactor({})).toMatchObject({ totp: false, recoveryCodesLeft: 0 });
    expect(await refusalOf(ada.api.signIn.renewRecoveryCodes({}))).toBe("TOTP_NOT_SET_UP");
  });

  it("are nobody else's", async () => {
    const bob = await world.invite(ada, Role.MEMBER, "Bob");
    const { recoveryCodes } = await setUp(ada);
    await setUp(bob);
    const token = (await logIn(bob.email))?.token ?? "";
    const stolen = { case: "recoveryCode", value: recoveryCodes[0] ?? "" } as const;
    expect(await refusalOf(finish(token, stolen))).toBe("CODE_INVALID");
  });
});

describe("an organisation that asks for a second factor", () => {
  const require = (days = 0) =>
    ada.api.signIn.requireSecondFactor({
      from: timestampFromDate(new Date(world.clock.now().getTime() + days * 24 * 60 * MINUTE)),
    });

  it("leads whoever has none to set one up while signing in, and ends what a password alone had opened", async () => {
    const bob = await world.invite(ada, Role.MEMBER, "Bob");
    await setUp(ada);
    await require();
    expect(await refusalOf(bob.api.getSession({}))).toBe("UNAUTHENTICATED");
    // Whoever has set up a factor in a session has shown it there.
    expect(await refusalOf(ada.api.getSession({}))).toBe("no refusal");

    const unfinished = await logIn(bob.email);
    expect(unfinished?.needsEnrolment).toBe(true);
    const token = unfinished?.token ?? "";
    const { app } = await world.caller().signIn.beginEnrolment({ token });
    const code = codeOf(app?.secret ?? "");
    const wrong = world.caller().signIn.finishEnrolment({ token, code: "000000" });
    expect(await refusalOf(wrong)).toBe("CODE_INVALID");
    const enrolled = await world.caller().signIn.finishEnrolment({ token, code });
    expect(enrolled.recoveryCodes).toHaveLength(10);
    const api = world.caller(enrolled.sessionToken);
    expect((await api.getSession({})).account?.email).toBe(bob.email);
    expect(await refusalOf(api.signIn.removeTotp({}))).toBe("SECOND_FACTOR_NEEDED");
    expect((await logIn(bob.email))?.needsEnrolment).toBe(false);
  });

  it("may set a day: until then a password is enough, and from then on it is not", async () => {
    const bob = await world.invite(ada, Role.MEMBER, "Bob");
    await setUp(ada);
    await require(7);
    expect(await refusalOf(bob.api.getSession({}))).toBe("no refusal");
    expect((await bob.api.signIn.getSecondFactor({})).requiredFrom).toBeDefined();
    world.clock.advance(7 * 24 * 60 * MINUTE);
    // On any server, before and after what ends such sessions has run.
    expect(await refusalOf(bob.api.getSession({}))).toBe("UNAUTHENTICATED");
    await world.module.endWeakSessions();
    expect(world.published.at(-1)?.type).toBe("chatter.auth.events.v1.SessionsEnded");
    expect((await logIn(bob.email))?.needsEnrolment).toBe(true);
  });

  it("is content with a passkey, and lets nobody with only the password add a factor of their own", async () => {
    const bob = await world.invite(ada, Role.MEMBER, "Bob");
    const device = createDevice();
    const { options } = await bob.api.signIn.beginPasskeyAddition({});
    await bob.api.signIn.addPasskey({ answer: device.make(options), name: "Phone" });
    await setUp(ada);
    await require();
    expect(await refusalOf(logIn(bob.email))).toBe("PASSKEY_NEEDED");
    const begun = await world.caller().signIn.beginPasskeySignIn({});
    const { sessionToken } = await world
      .caller()
      .signIn.signInWithPasskey({ answer: device.show(begun.options) });
    const api = world.caller(sessionToken).signIn;
    const [passkey] = (await api.listPasskeys({})).passkeys;
    const removal = refusalOf(api.removePasskey({ passkeyId: passkey?.id ?? "" }));
    expect(await removal).toBe("SECOND_FACTOR_NEEDED");
  });

  it("asks nobody to decide it who has none, nor who does not manage it", async () => {
    const bob = await world.invite(ada, Role.MEMBER, "Bob");
    expect(await refusalOf(require())).toBe("SECOND_FACTOR_NEEDED");
    expect(await refusalOf(bob.api.signIn.requireSecondFactor({}))).toBe("PERMISSION_DENIED");
  });

  it("is helped, where somebody has lost all of it, by a link that takes the old factors away", async () => {
    const bob = await world.invite(ada, Role.MEMBER, "Bob");
    await setUp(bob);
    await setUp(ada);
    await require();
    const { token } = await ada.api.signIn.createRecoveryLink({ userId: bob.userId });
    await world.caller().resetPassword({ token, newPassword: PASSWORD });
    expect((await logIn(bob.email))?.needsEnrolment).toBe(true);
  });
});
