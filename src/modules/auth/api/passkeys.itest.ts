import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Role } from "../../../../gen/chatter/auth/v1/auth_pb.js";
import { refusalOf } from "../../../platform/rpc/testing/refusal.ts";
import { createDevice, type Device, type Lies } from "../testing/device.ts";
import { type AuthWorld, createAuthWorld, PASSWORD, type Person } from "../testing/world.ts";

const MINUTE = 60_000;
let world: AuthWorld;
let ada: Person;

beforeEach(async () => {
  world = await createAuthWorld({ mail: true });
  ada = await world.founder();
  world.letters.length = 0;
});

afterEach(() => world.close());

const signIn = async (device: Device, lies?: Lies) => {
  const { options } = await world.caller().signIn.beginPasskeySignIn({});
  return world.caller().signIn.signInWithPasskey({ answer: device.show(options, lies) });
};

async function add(person: Person, name = "Laptop", device = createDevice()) {
  const { options } = await person.api.signIn.beginPasskeyAddition({});
  const { passkey } = await person.api.signIn.addPasskey({ answer: device.make(options), name });
  return { device, id: passkey?.id ?? "" };
}

/** Registers somebody by a passkey, on the founder's invitation. */
async function signUp(email: string) {
  const { token: invitation } = await ada.api.createInvitation({ role: Role.MEMBER });
  const device = createDevice();
  const newcomer = { email, name: "Bob", invitation };
  const { options } = await world.caller().signIn.beginPasskeySignUp(newcomer);
  const passkey = { answer: device.make(options), name: "Phone" };
  const { sessionToken } = await world.caller().register({ ...newcomer, passkey });
  return { device, email, api: world.caller(sessionToken) };
}

describe("signing up with a passkey", () => {
  it("makes an account without a password, which the passkey opens", async () => {
    const bob = await signUp("bob@example.org");
    const { account } = await signIn(bob.device);
    expect(account).toMatchObject({ email: "bob@example.org", role: Role.MEMBER });
    expect(await refusalOf(world.caller().login({ email: bob.email, password: PASSWORD }))).toBe(
      "INVALID_CREDENTIALS",
    );
    const { passkeys } = await bob.api.signIn.listPasskeys({});
    expect(passkeys).toMatchObject([{ name: "Phone", suspected: false }]);
  });

  it("waits for the address to be confirmed where a stranger comes, as with a password", async () => {
    const device = createDevice();
    const stranger = { email: "cleo@example.org", name: "Cleo" };
    const { options } = await world.caller().signIn.beginPasskeySignUp(stranger);
    const passkey = { answer: device.make(options), name: "Phone" };
    const answer = await world.caller().register({ ...stranger, passkey });
    expect(answer).toMatchObject({ confirmationSent: true, sessionToken: "" });
    expect(await refusalOf(signIn(device))).toBe("PASSKEY_INVALID");

    const token = /\/verify\/(\S+)/.exec(world.letters.at(-1)?.text ?? "")?.[1] ?? "";
    await world.caller().verifyEmail({ token });
    expect((await signIn(device)).account?.email).toBe("cleo@example.org");
  });

  it("begins the same way whether there is such an account or not", async () => {
    const begin = (email: string) => world.caller().signIn.beginPasskeySignUp({ email, name: "Ada" });
    const shapes = await Promise.all(
      [ada.email, "nobody@example.org"].map(async (email) => {
        const { challenge, user, ...rest } = JSON.parse((await begin(email)).options);
        return { ...rest, lengths: [challenge.length, user.id.length] };
      }),
    );
    expect(shapes[0]).toEqual(shapes[1]);
  });

  it("is not possible with a passkey that was made for another address, or made before", async () => {
    const { token: invitation } = await ada.api.createInvitation({ role: Role.MEMBER, uses: 3 });
    const begun = await world
      .caller()
      .signIn.beginPasskeySignUp({ email: "bob@example.org", name: "Bob", invitation });
    const passkey = { answer: createDevice().make(begun.options), name: "Phone" };
    const register = (email: string) =>
      refusalOf(world.caller().register({ email, name: "Bob", invitation, passkey }));
    expect(await register("eve@example.org")).toBe("PASSKEY_INVALID");
    expect(await register("bob@example.org")).toBe("PASSKEY_INVALID");
  });

  it("needs one of both, a password or a passkey", async () => {
    const { token: invitation } = await ada.api.createInvitation({ role: Role.MEMBER });
    const nothing = { email: "bob@example.org", name: "Bob", invitation };
    expect(await refusalOf(world.caller().register(nothing))).toBe("PASSWORD_TOO_SHORT");
  });
});

describe("signing in with a passkey", () => {
  it("opens a session that says by what it was opened", async () => {
    const { device } = await add(ada);
    const { sessionToken } = await signIn(device);
    const { session } = await world.caller(sessionToken).getSession({});
    expect(session?.method).toBe(2);
  });

  it("is refused for every answer that is not wholly honest", async () => {
    const { device } = await add(ada);
    const lies: readonly Lies[] = [
      { origin: "https://chat.example.org.evil.example" },
      { origin: "https://chat.example.org:8443" },
      { origin: "http://chat.example.org" },
      { rpId: "evil.example" },
      { type: "webauthn.create" },
      { unverified: true },
      { forged: true },
      { handle: Buffer.from("somebody else").toString("base64url") },
      { challenge: Buffer.from("never given").toString("base64url") },
    ];
    for (const lie of lies)
      expect([lie, await refusalOf(signIn(device, lie))]).toEqual([lie, "PASSKEY_INVALID"]);
    expect(await refusalOf(signIn(device))).toBe("no refusal");
  });

  it("takes an answer once, even when it comes twice at the same moment", async () => {
    const { device } = await add(ada);
    const { options } = await world.caller().signIn.beginPasskeySignIn({});
    const answer = device.show(options);
    const attempt = () => refusalOf(world.caller().signIn.signInWithPasskey({ answer }));
    expect((await Promise.all([attempt(), attempt()])).toSorted()).toEqual(["PASSKEY_INVALID", "no refusal"]);
    expect(await attempt()).toBe("PASSKEY_INVALID");
  });

  it("takes no answer to a challenge that has expired, or was given for something else", async () => {
    const { device } = await add(ada);
    const { options } = await world.caller().signIn.beginPasskeySignIn({});
    world.clock.advance(10 * MINUTE);
    const late = { answer: device.show(options) };
    expect(await refusalOf(world.caller().signIn.signInWithPasskey(late))).toBe("PASSKEY_INVALID");
    const confirming = await ada.api.signIn.beginConfirmation({});
    const other = { answer: device.show(confirming.options) };
    expect(await refusalOf(world.caller().signIn.signInWithPasskey(other))).toBe("PASSKEY_INVALID");
  });

  it("takes no rubbish", async () => {
    const hollow = { id: "x", rawId: "x", type: "public-key", response: { clientDataJSON: "e30" } };
    const rubbish = ["nonsense", "{}", "[]", "null", JSON.stringify(hollow), "x".repeat(32_768)];
    for (const answer of rubbish) {
      expect(await refusalOf(world.caller().signIn.signInWithPasskey({ answer }))).toBe("PASSKEY_INVALID");
    }
  });

  it("is over for a passkey whose counter shows that there is a copy, and its owner is told", async () => {
    const { device } = await add(ada);
    const copy = device.copy();
    await signIn(device);
    world.letters.length = 0;
    expect(await refusalOf(signIn(copy))).toBe("PASSKEY_COPIED");
    expect(world.letters).toMatchObject([{ to: ada.email, subject: "A passkey may have been copied" }]);
    expect(await refusalOf(signIn(device))).toBe("PASSKEY_COPIED");
    expect((await ada.api.signIn.listPasskeys({})).passkeys).toMatchObject([{ suspected: true }]);
  });

  it("goes on with a device that counts nothing", async () => {
    const { device } = await add(ada, "Synced", createDevice({ counts: false }));
    await signIn(device);
    expect(await refusalOf(signIn(device))).toBe("no refusal");
  });

  it("is refused to somebody who was deactivated", async () => {
    const bob = await signUp("bob@example.org");
    const { account } = await bob.api.getSession({});
    await ada.api.deactivateAccount({ userId: account?.userId ?? "" });
    expect(await refusalOf(signIn(bob.device))).toBe("ACCOUNT_DEACTIVATED");
  });
});

describe("the passkeys of an account", () => {
  it("are several, each with a name and when it was used last", async () => {
    const phone = await add(ada, "Phone");
    world.clock.advance(1_000);
    await add(ada, "Key on my ring");
    await signIn(phone.device);
    const { passkeys } = await ada.api.signIn.listPasskeys({});
    expect(passkeys.map(({ name, lastUsedAt }) => [name, lastUsedAt !== undefined])).toEqual([
      ["Phone", true],
      ["Key on my ring", false],
    ]);
    await ada.api.signIn.renamePasskey({ passkeyId: phone.id, name: " Old phone " });
    expect((await ada.api.signIn.listPasskeys({})).passkeys[0]?.name).toBe("Old phone");
    expect(world.letters.map(({ subject }) => subject)).toEqual([
      "A passkey was added",
      "A passkey was added",
    ]);
  });

  it("are known to devices by one name, so that none makes two", async () => {
    await add(ada);
    const { options } = await ada.api.signIn.beginPasskeyAddition({});
    const [first, second] = [
      JSON.parse(options),
      JSON.parse((await ada.api.signIn.beginPasskeyAddition({})).options),
    ];
    expect(first.excludeCredentials).toHaveLength(1);
    expect(first.user.id).toBe(second.user.id);
  });

  it("open nothing any more once they are removed", async () => {
    const { device, id } = await add(ada);
    await ada.api.signIn.removePasskey({ passkeyId: id });
    expect(await refusalOf(signIn(device))).toBe("PASSKEY_INVALID");
    expect(world.letters.at(-1)?.subject).toBe("A passkey was removed");
    expect(await refusalOf(ada.api.signIn.removePasskey({ passkeyId: id }))).toBe("PASSKEY_NOT_FOUND");
  });

  it("are never taken away to the last where there is no password", async () => {
    const bob = await signUp("bob@example.org");
    const [phone] = (await bob.api.signIn.listPasskeys({})).passkeys;
    const remove = () => refusalOf(bob.api.signIn.removePasskey({ passkeyId: phone?.id ?? "" }));
    expect(await remove()).toBe("LAST_WAY_IN");
    await bob.api.changePassword({ newPassword: "crocus under the hedge" });
    expect(await remove()).toBe("no refusal");
    expect(
      await refusalOf(world.caller().login({ email: bob.email, password: "crocus under the hedge" })),
    ).toBe("no refusal");
  });

  it("are nobody else's to add, rename or remove", async () => {
    const bob = await signUp("bob@example.org");
    const { id } = await add(ada);
    const api = bob.api.signIn;
    expect(await refusalOf(api.renamePasskey({ passkeyId: id, name: "Mine" }))).toBe("PASSKEY_NOT_FOUND");
    expect(await refusalOf(api.removePasskey({ passkeyId: id }))).toBe("PASSKEY_NOT_FOUND");
    // A challenge that somebody else was given.
    const { options } = await ada.api.signIn.beginPasskeyAddition({});
    const answer = createDevice().make(options);
    expect(await refusalOf(api.addPasskey({ answer, name: "Mine" }))).toBe("PASSKEY_INVALID");
  });

  it("belong to one account, whatever name another device claims for its own", async () => {
    const bob = await signUp("bob@example.org");
    const { device } = await add(ada);
    const { id } = JSON.parse(device.show((await ada.api.signIn.beginConfirmation({})).options));
    const { options } = await bob.api.signIn.beginPasskeyAddition({});
    const answer = createDevice().make(options, { id });
    expect(await refusalOf(bob.api.signIn.addPasskey({ answer, name: "Mine" }))).toBe("PASSKEY_TAKEN");
    expect((await signIn(device)).account?.email).toBe(ada.email);
  });

  it("go with the account", async () => {
    const bob = await signUp("bob@example.org");
    await bob.api.deleteAccount({});
    expect(await refusalOf(signIn(bob.device))).toBe("PASSKEY_INVALID");
  });
});

describe("what opens an account", () => {
  it("is changed only after its owner has shown who they are, within a quarter of an hour", async () => {
    const { device, id } = await add(ada);
    world.clock.advance(15 * MINUTE);
    const { signIn: api } = ada.api;
    const attempts = [
      () => api.beginPasskeyAddition({}),
      () => api.addPasskey({ answer: "{}", name: "x" }),
      () => api.removePasskey({ passkeyId: id }),
      () => api.createRecoveryLink({ userId: ada.userId }),
    ];
    for (const attempt of attempts) expect(await refusalOf(attempt())).toBe("CONFIRMATION_REQUIRED");

    const { options, hasPassword } = await api.beginConfirmation({});
    expect(hasPassword).toBe(true);
    await api.confirmIdentity({ proof: { case: "answer", value: device.show(options) } });
    expect(await refusalOf(api.beginPasskeyAddition({}))).toBe("no refusal");
    world.clock.advance(15 * MINUTE);
    expect(await refusalOf(api.beginPasskeyAddition({}))).toBe("CONFIRMATION_REQUIRED");
    await api.confirmIdentity({ proof: { case: "password", value: PASSWORD } });
    expect(await refusalOf(api.beginPasskeyAddition({}))).toBe("no refusal");
  });

  it("is shown by nobody else's passkey, and by no wrong password", async () => {
    const bob = await signUp("bob@example.org");
    await add(ada);
    const { options } = await ada.api.signIn.beginConfirmation({});
    const value = bob.device.show(options);
    const confirm = (proof: { case: "answer" | "password"; value: string }) =>
      refusalOf(ada.api.signIn.confirmIdentity({ proof }));
    expect(await confirm({ case: "answer", value })).toBe("PASSKEY_INVALID");
    expect(await confirm({ case: "password", value: "wrong" })).toBe("WRONG_PASSWORD");
  });

  it("is no business of a key for programs", async () => {
    const { secret } = await ada.api.createApiKey({ name: "Script", scopes: ["write"] });
    const script = world.caller(secret).signIn;
    expect(await refusalOf(script.beginPasskeyAddition({}))).toBe("SESSION_REQUIRED");
    const proof = { case: "password", value: PASSWORD } as const;
    expect(await refusalOf(script.confirmIdentity({ proof }))).toBe("SESSION_REQUIRED");
  });
});

describe("somebody who has lost their passkeys", () => {
  it("chooses a password by a link that is mailed", async () => {
    const bob = await signUp("bob@example.org");
    await world.caller().requestPasswordReset({ email: bob.email });
    const token = /\/reset\/(\S+)/.exec(world.letters.at(-1)?.text ?? "")?.[1] ?? "";
    await world.caller().resetPassword({ token, newPassword: "crocus under the hedge" });
    expect(await refusalOf(world.signIn(bob.email, "crocus under the hedge"))).toBe("no refusal");
  });

  it("is handed a link by who manages the organisation, which works once and for a day", async () => {
    const bob = await signUp("bob@example.org");
    const { account } = await bob.api.getSession({});
    const create = () => ada.api.signIn.createRecoveryLink({ userId: account?.userId ?? "" });
    const earlier = await create();
    const { token } = await create();
    expect(world.letters.at(-1)).toMatchObject({ to: bob.email, subject: "Your account can be recovered" });
    const reset = (link: string) =>
      refusalOf(world.caller().resetPassword({ token: link, newPassword: "crocus under the hedge" }));
    expect(await reset(earlier.token)).toBe("LINK_INVALID");
    expect(await reset(token)).toBe("no refusal");
    expect(await reset(token)).toBe("LINK_INVALID");
    expect(await refusalOf(bob.api.getSession({}))).toBe("UNAUTHENTICATED");
    const later = await create();
    world.clock.advance(24 * 60 * MINUTE);
    expect(await reset(later.token)).toBe("LINK_INVALID");
  });

  it("is not helped by somebody who may not decide about the account", async () => {
    const bob = await world.invite(ada, Role.MEMBER, "Bob");
    const cleo = await world.invite(ada, Role.ADMIN, "Cleo");
    const of = (maker: Person) => refusalOf(maker.api.signIn.createRecoveryLink({ userId: ada.userId }));
    expect(await of(bob)).toBe("PERMISSION_DENIED");
    expect(await of(cleo)).toBe("ROLE_NOT_YOURS_TO_GRANT");
  });
});

describe("a server whose public address is no name", () => {
  it("says clearly that it takes no passkeys", async () => {
    for (const publicUrl of ["https://192.0.2.7", "http://chat.example.org"]) {
      const caller = world.callerOf(world.openServer({ publicUrl }));
      expect((await caller.getSetup({})).passkeyOrigin).toBe("");
      expect(await refusalOf(caller.signIn.beginPasskeySignIn({}))).toBe("PASSKEYS_UNAVAILABLE");
    }
    expect((await world.caller().getSetup({})).passkeyOrigin).toBe("https://chat.example.org");
  });
});
