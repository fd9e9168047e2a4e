import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Role } from "../../../../gen/chatter/auth/v1/auth_pb.js";
import { refusalOf } from "../../../platform/rpc/testing/refusal.ts";
import { type AuthWorld, createAuthWorld, PASSWORD, type Person } from "../testing/world.ts";

const NEW_PASSWORD = "crocus under the hedge";
let world: AuthWorld;
let ada: Person;

beforeEach(async () => {
  world = await createAuthWorld({ mail: true });
  ada = await world.founder();
  world.letters.length = 0;
});

afterEach(() => world.close());

const linkOf = (n = 0) => /\/reset\/(\S+)/.exec(world.letters[n]?.text ?? "")?.[1] ?? "";
const reset = (token: string, newPassword = NEW_PASSWORD) =>
  refusalOf(world.caller().resetPassword({ token, newPassword }));
const logIn = (password: string) => refusalOf(world.caller().login({ email: ada.email, password }));

describe("changing the password", () => {
  it("ends the other sessions and keeps this one", async () => {
    const phone = await world.signIn(ada.email);
    await phone.api.changePassword({ currentPassword: PASSWORD, newPassword: NEW_PASSWORD });
    expect(await refusalOf(ada.api.getSession({}))).toBe("UNAUTHENTICATED");
    expect(await refusalOf(phone.api.getSession({}))).toBe("no refusal");
    expect([await logIn(PASSWORD), await logIn(NEW_PASSWORD)]).toEqual(["INVALID_CREDENTIALS", "no refusal"]);
  });

  it("needs the current one, and only so many guesses at it are allowed", async () => {
    const guess = () =>
      refusalOf(ada.api.changePassword({ currentPassword: "a guess", newPassword: NEW_PASSWORD }));
    for (let n = 0; n < 10; n += 1) expect(await guess()).toBe("WRONG_PASSWORD");
    expect(await guess()).toBe("TOO_MANY_ATTEMPTS");
  });

  it("makes links for choosing a new one worthless", async () => {
    await world.caller().requestPasswordReset({ email: ada.email });
    await ada.api.changePassword({ currentPassword: PASSWORD, newPassword: NEW_PASSWORD });
    expect(await reset(linkOf(), "iris beside the pond")).toBe("LINK_INVALID");
  });
});

describe("resetting the password", () => {
  it("answers the same whether there is such an account or not, and writes only to one that is", async () => {
    const emails = [ada.email, "nobody@example.org", "nothing like an address"];
    const answers = await Promise.all(emails.map((email) => world.caller().requestPasswordReset({ email })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(world.letters.map(({ to }) => to)).toEqual([ada.email]);
  });

  it("works once, ends every session and shows who reads the mailbox", async () => {
    await world.caller().requestPasswordReset({ email: ada.email });
    await world.caller().requestPasswordReset({ email: ada.email });
    expect(await reset(linkOf())).toBe("no refusal");
    expect(await reset(linkOf(), "iris beside the pond")).toBe("LINK_INVALID");
    expect(await reset(linkOf(1), "iris beside the pond")).toBe("LINK_INVALID");
    expect(await refusalOf(ada.api.getSession({}))).toBe("UNAUTHENTICATED");
    const again = await world.signIn(ada.email, NEW_PASSWORD);
    expect((await again.api.getSession({})).account?.emailVerified).toBe(true);
  });

  it("works once, even when the link is opened twice at the same moment", async () => {
    await world.caller().requestPasswordReset({ email: ada.email });
    const outcomes = await Promise.all([reset(linkOf()), reset(linkOf(), "iris beside the pond")]);
    expect(outcomes.toSorted()).toEqual(["LINK_INVALID", "no refusal"]);
  });

  it("keeps the link when the new password is refused", async () => {
    await world.caller().requestPasswordReset({ email: ada.email });
    expect(await reset(linkOf(), ada.email)).toBe("PASSWORD_TOO_PERSONAL");
    expect(await reset(linkOf())).toBe("no refusal");
  });

  it("does not work an hour later, nor with a made-up link", async () => {
    await world.caller().requestPasswordReset({ email: ada.email });
    world.clock.advance(3_600_000);
    expect(await reset(linkOf())).toBe("LINK_INVALID");
    expect(await reset("made-up")).toBe("LINK_INVALID");
  });

  it("does not work for somebody who was deactivated", async () => {
    const bob = await world.invite(ada, Role.MEMBER, "Bob");
    await world.caller().requestPasswordReset({ email: bob.email });
    const link = /\/reset\/(\S+)/.exec(world.letters.at(-1)?.text ?? "")?.[1] ?? "";
    await ada.api.deactivateAccount({ userId: bob.userId });
    expect(await reset(link)).toBe("LINK_INVALID");
    world.letters.length = 0;
    await world.caller().requestPasswordReset({ email: bob.email });
    expect(world.letters).toEqual([]);
  });

  it("cannot fill somebody's mailbox", async () => {
    const ask = () => refusalOf(world.caller().requestPasswordReset({ email: "nobody@example.org" }));
    for (let n = 0; n < 5; n += 1) expect(await ask()).toBe("no refusal");
    expect(await ask()).toBe("TOO_MANY_ATTEMPTS");
  });
});
