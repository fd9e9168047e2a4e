import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Role } from "../../../../gen/chatter/auth/v1/auth_pb.js";
import { refusalOf } from "../../../platform/rpc/testing/refusal.ts";
import { type AuthWorld, createAuthWorld, createCaller, PASSWORD, type Person } from "../testing/world.ts";

let world: AuthWorld;
let ada: Person;

beforeEach(async () => {
  world = await createAuthWorld();
  ada = await world.founder();
});

afterEach(() => world.close());

const setRole = (by: Person, of: Person, role: Role) =>
  refusalOf(by.api.setRole({ userId: of.userId, role }));
const deactivate = (by: Person, who: Person) => refusalOf(by.api.deactivateAccount({ userId: who.userId }));
const roleOf = async (person: Person) => (await person.api.getSession({})).account?.role;

describe("roles", () => {
  it("are given by those who manage, at once with their rights", async () => {
    const bob = await world.invite(ada, Role.MEMBER, "Bob");
    const eve = await world.invite(ada, Role.MEMBER, "Eve");
    expect(await setRole(bob, eve, Role.ADMIN)).toBe("PERMISSION_DENIED");
    expect(await setRole(ada, bob, Role.ADMIN)).toBe("no refusal");
    expect(await setRole(bob, eve, Role.GUEST)).toBe("no refusal");
    expect(await roleOf(eve)).toBe(Role.GUEST);
    expect(await refusalOf(eve.api.createInvitation({ role: Role.GUEST }))).toBe("PERMISSION_DENIED");
    expect(world.published.at(-1)).toMatchObject({
      type: "chatter.auth.events.v1.RoleChanged",
      payload: { userId: eve.userId, role: "ROLE_GUEST", changedBy: bob.userId },
    });
  });

  it("of owners are given and taken by owners only", async () => {
    const bob = await world.invite(ada, Role.ADMIN, "Bob");
    expect(await setRole(bob, bob, Role.OWNER)).toBe("ROLE_NOT_YOURS_TO_GRANT");
    expect(await setRole(bob, ada, Role.MEMBER)).toBe("ROLE_NOT_YOURS_TO_GRANT");
    expect(await deactivate(bob, ada)).toBe("ROLE_NOT_YOURS_TO_GRANT");
    expect(await setRole(ada, bob, Role.OWNER)).toBe("no refusal");
    expect(await setRole(bob, ada, Role.MEMBER)).toBe("no refusal");
  });

  it("stay as they are, and tell nobody, when nothing changes", async () => {
    const told = world.published.length;
    expect(await setRole(ada, ada, Role.OWNER)).toBe("no refusal");
    expect(world.published).toHaveLength(told);
  });

  it("leave the organisation an owner", async () => {
    expect(await setRole(ada, ada, Role.ADMIN)).toBe("LAST_OWNER");
    expect(await deactivate(ada, ada)).toBe("LAST_OWNER");
  });

  it("leave the organisation an owner when two owners let go at once", async () => {
    const bob = await world.invite(ada, Role.ADMIN, "Bob");
    await setRole(ada, bob, Role.OWNER);
    const outcomes = await Promise.all([setRole(ada, ada, Role.MEMBER), setRole(bob, bob, Role.MEMBER)]);
    expect(outcomes.toSorted()).toEqual(["LAST_OWNER", "no refusal"]);
  });

  it("are not given to accounts that do not exist", async () => {
    const userId = `usr_${"0".repeat(27)}`;
    expect(await refusalOf(ada.api.setRole({ userId, role: Role.MEMBER }))).toBe("ACCOUNT_NOT_FOUND");
  });
});

describe("deactivation", () => {
  it("ends sessions, keys and access tokens at once, and refuses the sign-in", async () => {
    const bob = await world.invite(ada, Role.MEMBER, "Bob");
    const { secret } = await bob.api.createApiKey({ name: "Cron", scopes: ["write"] });
    const { accessToken } = await bob.api.createAccessToken({});
    const credentials = [bob.token, secret, accessToken];
    const use = () => Promise.all(credentials.map((it) => refusalOf(world.caller(it).getSession({}))));
    expect(new Set(await use())).toEqual(new Set(["no refusal"]));

    expect(await deactivate(ada, bob)).toBe("no refusal");
    expect(new Set(await use())).toEqual(new Set(["UNAUTHENTICATED"]));
    const otherServer = createCaller(world.openServer(), bob.token);
    expect(await refusalOf(otherServer.getSession({}))).toBe("UNAUTHENTICATED");
    expect(await refusalOf(world.signIn(bob.email))).toBe("ACCOUNT_DEACTIVATED");
    expect(world.published.slice(-2).map(({ type }) => type.split(".").at(-1))).toEqual([
      "AccountDeactivated",
      "SessionsEnded",
    ]);
  });

  it("is told only to somebody who has the password", async () => {
    const bob = await world.invite(ada, Role.MEMBER, "Bob");
    await deactivate(ada, bob);
    const wrong = world.caller().login({ email: bob.email, password: "not the password" });
    expect(await refusalOf(wrong)).toBe("INVALID_CREDENTIALS");
  });

  it("can be taken back, without the sessions and keys of before", async () => {
    const bob = await world.invite(ada, Role.ADMIN, "Bob");
    await deactivate(ada, bob);
    expect(await setRole(ada, bob, Role.MEMBER)).toBe("ACCOUNT_DEACTIVATED");
    await ada.api.reactivateAccount({ userId: bob.userId });
    expect(await refusalOf(bob.api.getSession({}))).toBe("UNAUTHENTICATED");
    const again = await world.signIn(bob.email);
    expect(await refusalOf(again.api.listAccounts({}))).toBe("no refusal");
  });

  it("happens once however often it is asked for", async () => {
    const bob = await world.invite(ada, Role.MEMBER, "Bob");
    await deactivate(ada, bob);
    const told = world.published.length;
    expect(await deactivate(ada, bob)).toBe("no refusal");
    expect(world.published).toHaveLength(told);
  });

  it("leaves no session behind that was being opened meanwhile", async () => {
    const bob = await world.invite(ada, Role.MEMBER, "Bob");
    const signIns = Array.from({ length: 4 }, () =>
      world
        .caller()
        .login({ email: bob.email, password: PASSWORD })
        .then(
          ({ sessionToken }) => sessionToken,
          () => "",
        ),
    );
    await deactivate(ada, bob);
    for (const token of await Promise.all(signIns)) {
      expect(await refusalOf(world.caller(token).getSession({}))).toBe("UNAUTHENTICATED");
    }
  });
});

describe("the list of accounts", () => {
  it("is for those who manage, and goes page by page", async () => {
    const bob = await world.invite(ada, Role.MEMBER, "Bob");
    const eve = await world.invite(ada, Role.GUEST, "Eve");
    await deactivate(ada, eve);
    expect(await refusalOf(bob.api.listAccounts({}))).toBe("PERMISSION_DENIED");

    const first = await ada.api.listAccounts({ pageSize: 2 });
    expect(first.accounts.map(({ email }) => email)).toEqual([ada.email, bob.email]);
    const second = await ada.api.listAccounts({ pageSize: 2, pageToken: first.nextPageToken });
    expect(second.accounts).toMatchObject([{ email: eve.email, role: Role.GUEST, deactivated: true }]);
    expect(second.nextPageToken).toBe("");
    expect(await refusalOf(ada.api.listAccounts({ pageToken: "!" }))).toBe("PAGE_TOKEN_MALFORMED");
  });
});

describe("deletion", () => {
  it("of one's own account needs the password, and ends everything at once", async () => {
    const bob = await world.invite(ada, Role.MEMBER, "Bob");
    const { secret } = await bob.api.createApiKey({ name: "Cron", scopes: ["write"] });
    await bob.api.createInvitation({ role: Role.MEMBER });
    expect(await refusalOf(bob.api.deleteAccount({}))).toBe("WRONG_PASSWORD");
    expect(await refusalOf(bob.api.deleteAccount({ password: "something else" }))).toBe("WRONG_PASSWORD");
    expect(await refusalOf(bob.api.deleteAccount({ password: PASSWORD }))).toBe("no refusal");
    for (const credential of [bob.token, secret]) {
      expect(await refusalOf(world.caller(credential).getSession({}))).toBe("UNAUTHENTICATED");
    }
    expect(await refusalOf(world.signIn(bob.email))).toBe("INVALID_CREDENTIALS");
    expect(world.published.map(({ type }) => type)).toContain("chatter.auth.events.v1.AccountDeleted");
    const { accounts } = await ada.api.listAccounts({});
    expect(accounts.map(({ email }) => email)).toEqual([ada.email]);
  });

  it("of another's is for those who manage, and the organisation keeps an owner", async () => {
    const bob = await world.invite(ada, Role.ADMIN, "Bob");
    const eve = await world.invite(ada, Role.MEMBER, "Eve");
    const remove = (by: Person, who: Person) => refusalOf(by.api.deleteAccount({ userId: who.userId }));
    expect(await remove(eve, bob)).toBe("PERMISSION_DENIED");
    expect(await remove(bob, ada)).toBe("ROLE_NOT_YOURS_TO_GRANT");
    expect(await refusalOf(ada.api.deleteAccount({ password: PASSWORD }))).toBe("LAST_OWNER");
    expect(await remove(bob, eve)).toBe("no refusal");
    expect(await remove(bob, eve)).toBe("ACCOUNT_NOT_FOUND");
  });
});
