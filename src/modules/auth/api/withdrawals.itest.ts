import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Role } from "../../../../gen/chatter/auth/v1/auth_pb.js";
import { DomainError } from "../../../kernel/errors.ts";
import { parseId } from "../../../kernel/ids.ts";
import { refusalOf } from "../../../platform/rpc/testing/refusal.ts";
import { type AuthWorld, createAuthWorld, PASSWORD, type Person } from "../testing/world.ts";

const DAY_MS = 86_400_000;
const because = { reason: "HOUSE_FULL", message: "Nobody else fits in." };

let world: AuthWorld;
beforeEach(async () => {
  world = await createAuthWorld({ registration: "invitation" });
});
afterEach(() => world.close());

const withdraw = ({ userId }: Person) => take({ userId, invitationId: undefined, because });
const take = (command: Parameters<AuthWorld["module"]["registrations"]["withdraw"]>[0]) =>
  world.module.registrations.withdraw(command);

describe("a registration that is taken back", () => {
  it("leaves no account, ends the session, and may be taken back again", async () => {
    const bob = await world.invite(await world.founder(), Role.MEMBER, "Bob");
    await bob.api.getSession({});
    for (const _ of [1, 2]) await withdraw(bob);
    expect(await refusalOf(bob.api.getSession({}))).toBe("REGISTRATION_WITHDRAWN");
    await expect(world.module.registrations.confirm(bob.userId)).rejects.toMatchObject({
      reason: "ACCOUNT_NOT_FOUND",
    });
    expect(world.published.filter(({ type }) => type.endsWith("AccountDeleted"))).toHaveLength(1);
  });

  it("is told, with its cause, to who has the session or the password, for a week", async () => {
    const bob = await world.invite(await world.founder(), Role.MEMBER, "Bob");
    await withdraw(bob);
    const login = { email: bob.email, password: PASSWORD };
    expect(await refusalOf(world.caller().login(login))).toBe("REGISTRATION_WITHDRAWN");
    expect(await refusalOf(world.caller().login({ ...login, password: "guessed at" }))).toBe(
      "INVALID_CREDENTIALS",
    );
    const told = await world.module
      .authenticate({ authorization: `Bearer ${bob.token}`, address: "", userAgent: "", secure: true })
      .catch((error: unknown) => (error instanceof DomainError ? error.details : error));
    expect(told).toEqual({ because: "HOUSE_FULL", why: "Nobody else fits in." });

    world.clock.advance(7 * DAY_MS);
    await world.module.forgetExpired();
    expect(await refusalOf(bob.api.getSession({}))).toBe("UNAUTHENTICATED");
    expect(await refusalOf(world.caller().login(login))).toBe("INVALID_CREDENTIALS");
  });

  it("frees the address and the invitation, and a cookie of then keeps nobody out", async () => {
    const founder = await world.founder();
    const { token, invitation } = await founder.api.createInvitation({ role: Role.MEMBER });
    const caller = world.caller();
    const request = { email: "bob@example.org", password: PASSWORD, name: "Bob", invitation: token };
    const { account } = await caller.register(request);
    expect(await refusalOf(world.caller().register(request))).toBe("INVITATION_INVALID");
    await take({
      userId: parseId("usr", account?.userId ?? ""),
      invitationId: parseId("inv", invitation?.id ?? ""),
      because,
    });
    expect((await caller.register(request)).account?.role).toBe(Role.MEMBER);
    expect(await refusalOf(caller.getSession({}))).toBe("no refusal");
  });

  it("of the founder leaves no organisation, so that somebody else can found one", async () => {
    const founder = await world.founder();
    await withdraw(founder);
    expect((await world.caller().getSetup({})).needsOwner).toBe(true);
    const next = await world.founder();
    expect((await next.api.getSession({})).account?.role).toBe(Role.OWNER);
  });

  it("is refused of the only owner where others have come, whom nobody could lead then", async () => {
    const founder = await world.founder();
    await world.invite(founder, Role.MEMBER, "Bob");
    await expect(withdraw(founder)).rejects.toMatchObject({ reason: "LAST_OWNER" });
    expect(await refusalOf(founder.api.getSession({}))).toBe("no refusal");
  });
});

describe("who has registered", () => {
  it("is welcomed by mail where mail is delivered, as long as they are there", async () => {
    const founder = await world.founder();
    const { registrations } = world.openServer({ mail: true });
    world.letters.length = 0;
    await registrations.welcome(founder.userId);
    expect(world.letters).toMatchObject([{ to: founder.email, subject: "Welcome to Analytical Engines" }]);
    await world.module.registrations.welcome(founder.userId);
    expect(world.letters).toHaveLength(1);
    await withdraw(founder);
    await expect(registrations.welcome(founder.userId)).rejects.toMatchObject({
      reason: "ACCOUNT_NOT_FOUND",
    });
  });
});
