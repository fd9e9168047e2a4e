import { afterEach, describe, expect, it } from "vitest";
import { RegistrationMode, Role } from "../../../../gen/chatter/auth/v1/auth_pb.js";
import { refusalOf } from "../../../platform/rpc/testing/refusal.ts";
import {
  type AuthWorld,
  createAuthWorld,
  createCaller,
  PASSWORD,
  type WorldOptions,
} from "../testing/world.ts";

let world: AuthWorld;

async function open(options?: WorldOptions): Promise<AuthWorld> {
  world = await createAuthWorld(options);
  return world;
}

afterEach(() => world.close());

const request = (name: string) => ({
  email: `${name}@example.org`,
  password: PASSWORD,
  name,
  orgName: "Org",
});
const secretOf = (text: string | undefined) => /\/verify\/(\S+)/.exec(text ?? "")?.[1] ?? "";

describe("registering", () => {
  it("makes the first person the owner of the organisation they name", async () => {
    const { caller, founder, published } = await open({ registration: "closed" });
    expect(await caller().getSetup({})).toMatchObject({ needsOwner: true, orgName: "", mail: false });
    const { api } = await founder();
    expect((await api.getSession({})).account).toMatchObject({ email: "ada@example.org", role: Role.OWNER });
    expect(await caller().getSetup({})).toMatchObject({
      needsOwner: false,
      orgName: "Analytical Engines",
      registration: RegistrationMode.CLOSED,
    });
    expect(published).toMatchObject([
      { type: "chatter.auth.events.v1.AccountRegistered", payload: { createdOrgName: "Analytical Engines" } },
    ]);
  });

  it("asks the first person for the organisation's name, and founds nothing without it", async () => {
    const { caller } = await open();
    expect(await refusalOf(caller().register({ ...request("ada"), orgName: " " }))).toBe("ORG_NAME_REQUIRED");
    expect((await caller().getSetup({})).needsOwner).toBe(true);
  });

  it("gives one owner when several are first at once", async () => {
    const { caller } = await open({ registration: "open" });
    const all = await Promise.all(["a", "b", "c", "d"].map((name) => caller().register(request(name))));
    const roles = all.map(({ account }) => account?.role);
    expect(roles.filter((role) => role === Role.OWNER)).toHaveLength(1);
    expect(roles.filter((role) => role === Role.MEMBER)).toHaveLength(3);
    expect(new Set(all.map(({ account }) => account?.orgId)).size).toBe(1);
  });

  it("turns away by the mode of registration who comes second at the same moment", async () => {
    const { caller } = await open({ registration: "invitation" });
    const outcomes = await Promise.all(
      ["a", "b", "c"].map((name) => refusalOf(caller().register(request(name)))),
    );
    expect(outcomes.toSorted()).toEqual([
      "REGISTRATION_NEEDS_INVITATION",
      "REGISTRATION_NEEDS_INVITATION",
      "no refusal",
    ]);
  });

  it("is for nobody where it is closed, even with an invitation", async () => {
    const { founder, openServer } = await open();
    const { token } = await (await founder()).api.createInvitation({ role: Role.MEMBER });
    const closed = createCaller(openServer({ registration: "closed" }));
    expect(await refusalOf(closed.register({ ...request("bob"), invitation: token }))).toBe(
      "REGISTRATION_CLOSED",
    );
  });

  it("refuses passwords that are guessed first", async () => {
    const { caller } = await open();
    const withPassword = (password: string) => refusalOf(caller().register({ ...request("ada"), password }));
    expect(await withPassword("Password123")).toBe("PASSWORD_TOO_COMMON");
    expect(await withPassword("ADA@example.org")).toBe("PASSWORD_TOO_PERSONAL");
  });

  it("tells that an address is taken where there is no mail to say it in private", async () => {
    const { caller, founder } = await open({ registration: "open" });
    await founder();
    expect(await refusalOf(caller().register({ ...request("Ada"), email: " ADA@Example.org" }))).not.toBe(
      "no refusal",
    );
    expect(await refusalOf(caller().register({ ...request("ada"), email: "ADA@Example.org" }))).toBe(
      "EMAIL_TAKEN",
    );
  });
});

describe("registering by mail", () => {
  it("answers the same whether the address is taken or not, and creates nothing", async () => {
    const { caller, founder, published } = await open({ registration: "open", mail: true });
    await founder();
    const answers = [await caller().register(request("ada")), await caller().register(request("bob"))];
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ confirmationSent: true, sessionToken: "" });
    expect(published).toHaveLength(1);
    expect(await refusalOf(caller().login({ email: "bob@example.org", password: PASSWORD }))).toBe(
      "INVALID_CREDENTIALS",
    );
  });

  it("tells the owner of a taken address, and lets the owner of a free one in by the link, once", async () => {
    const { caller, founder, letters, signIn } = await open({ registration: "open", mail: true });
    await founder();
    letters.length = 0;
    await caller().register(request("ada"));
    await caller().register(request("bob"));
    expect(letters.map(({ to }) => to)).toEqual(["ada@example.org", "bob@example.org"]);
    expect(secretOf(letters[0]?.text)).toBe("");

    const token = secretOf(letters[1]?.text);
    await caller().verifyEmail({ token });
    const bob = await signIn("bob@example.org");
    expect((await bob.api.getSession({})).account).toMatchObject({ role: Role.MEMBER, emailVerified: true });
    expect(await refusalOf(caller().verifyEmail({ token }))).toBe("LINK_INVALID");
  });

  it("does not let an old link in, nor one from before registration was closed", async () => {
    const { caller, clock, founder, letters, openServer } = await open({ registration: "open", mail: true });
    await founder();
    await caller().register(request("bob"));
    const token = secretOf(letters.at(-1)?.text);
    const closed = createCaller(openServer({ registration: "closed" }));
    expect(await refusalOf(closed.verifyEmail({ token }))).toBe("LINK_INVALID");
    clock.advance(25 * 3_600_000);
    expect(await refusalOf(caller().verifyEmail({ token }))).toBe("LINK_INVALID");
  });

  it("confirms an address whose account is there already", async () => {
    const { founder, caller, letters } = await open({ registration: "invitation", mail: true });
    const { api } = await founder();
    expect((await api.getSession({})).account?.emailVerified).toBe(false);
    await api.requestEmailVerification({});
    const tokens = letters.map(({ text }) => secretOf(text));
    expect(tokens).toHaveLength(2);
    await caller().verifyEmail({ token: tokens[0] ?? "" });
    expect((await api.getSession({})).account?.emailVerified).toBe(true);
    expect(await refusalOf(api.requestEmailVerification({}))).toBe("EMAIL_ALREADY_VERIFIED");
    // Confirming makes the other link worthless.
    expect(await refusalOf(caller().verifyEmail({ token: tokens[1] ?? "" }))).toBe("LINK_INVALID");
  });
});
