import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Role } from "../../../../gen/chatter/auth/v1/auth_pb.js";
import { refusalOf } from "../../../platform/rpc/testing/refusal.ts";
import { type AuthWorld, createAuthWorld, PASSWORD, type Person } from "../testing/world.ts";

const DAY = 86_400_000;
let world: AuthWorld;
let ada: Person;

beforeEach(async () => {
  world = await createAuthWorld({ registration: "invitation" });
  ada = await world.founder();
});

afterEach(() => world.close());

const join = (invitation: string, name: string) =>
  world.caller().register({ email: `${name}@example.org`, password: PASSWORD, name, invitation });
const look = (token: string) => refusalOf(world.caller().getInvitation({ token }));

describe("an invitation", () => {
  it("tells who has the link where it leads, and lets them in with its role", async () => {
    const { token } = await ada.api.createInvitation({ role: Role.GUEST });
    const found = await world.caller().getInvitation({ token });
    expect(found).toMatchObject({ orgName: "Analytical Engines", role: Role.GUEST, email: "" });
    expect((await join(token, "bob")).account?.role).toBe(Role.GUEST);
  });

  it("lets in as many as it has uses, even when they come at once", async () => {
    const { token } = await ada.api.createInvitation({ role: Role.MEMBER, uses: 2 });
    const names = ["bob", "cleo", "dan", "eve"];
    const outcomes = await Promise.all(names.map((name) => refusalOf(join(token, name))));
    expect(outcomes.toSorted()).toEqual([
      "INVITATION_INVALID",
      "INVITATION_INVALID",
      "no refusal",
      "no refusal",
    ]);
    expect(await look(token)).toBe("INVITATION_INVALID");
  });

  it("keeps its use when the address turns out to be taken", async () => {
    const { token } = await ada.api.createInvitation({ role: Role.MEMBER });
    expect(await refusalOf(join(token, "ada"))).toBe("EMAIL_TAKEN");
    expect(await refusalOf(join(token, "bob"))).toBe("no refusal");
  });

  it("expires after seven days, or when it was wished to", async () => {
    const wish = timestampFromDate(new Date(world.clock.now().getTime() + 29 * DAY));
    const { token: short } = await ada.api.createInvitation({ role: Role.MEMBER });
    const { token: long } = await ada.api.createInvitation({ role: Role.MEMBER, expiresAt: wish });
    world.clock.advance(7 * DAY);
    expect([await look(short), await look(long)]).toEqual(["INVITATION_INVALID", "no refusal"]);
    expect(await refusalOf(join(short, "bob"))).toBe("INVITATION_INVALID");
    expect((await (await world.signIn(ada.email)).api.listInvitations({})).invitations).toHaveLength(1);
    const later = timestampFromDate(new Date(world.clock.now().getTime() + 31 * DAY));
    const refused = ada.api.createInvitation({ role: Role.MEMBER, expiresAt: later });
    expect(await refusalOf(refused)).toBe("INVITATION_EXPIRY");
  });

  it("works no more once it was revoked, and looks like one that never was", async () => {
    const { token, invitation } = await ada.api.createInvitation({ role: Role.MEMBER });
    await ada.api.revokeInvitation({ invitationId: invitation?.id ?? "" });
    expect(await look(token)).toBe(await look("made-up"));
    expect(await refusalOf(join(token, "bob"))).toBe("INVITATION_INVALID");
    expect((await ada.api.listInvitations({})).invitations).toEqual([]);
  });

  it("for one address is for nobody else", async () => {
    const { token } = await ada.api.createInvitation({ role: Role.MEMBER, email: "Bob@Example.org" });
    expect(await refusalOf(join(token, "eve"))).toBe("INVITATION_FOR_SOMEBODY_ELSE");
    expect(await refusalOf(join(token, "bob"))).toBe("no refusal");
  });

  it("is made by members too, but for admins only by those who manage, and by guests not at all", async () => {
    const bob = await world.invite(ada, Role.MEMBER, "Bob");
    const eve = await world.invite(ada, Role.GUEST, "Eve");
    expect(await refusalOf(bob.api.createInvitation({ role: Role.MEMBER }))).toBe("no refusal");
    const forAdmin = bob.api.createInvitation({ role: Role.ADMIN });
    expect(await refusalOf(forAdmin)).toBe("ROLE_NOT_YOURS_TO_GRANT");
    expect(await refusalOf(eve.api.createInvitation({ role: Role.GUEST }))).toBe("PERMISSION_DENIED");
  });

  it("is seen and revoked by its maker and by those who manage", async () => {
    const bob = await world.invite(ada, Role.MEMBER, "Bob");
    const cleo = await world.invite(ada, Role.MEMBER, "Cleo");
    const { invitation } = await bob.api.createInvitation({ role: Role.MEMBER });
    const invitationId = invitation?.id ?? "";
    const seenBy = async (person: Person) => (await person.api.listInvitations({})).invitations.length;
    expect([await seenBy(ada), await seenBy(bob), await seenBy(cleo)]).toEqual([1, 1, 0]);
    expect(await refusalOf(cleo.api.revokeInvitation({ invitationId }))).toBe("INVITATION_NOT_FOUND");
    expect(await refusalOf(ada.api.revokeInvitation({ invitationId }))).toBe("no refusal");
    expect(await refusalOf(bob.api.revokeInvitation({ invitationId }))).toBe("INVITATION_NOT_FOUND");
  });

  it("is worth no more than what its maker could give today", async () => {
    const bob = await world.invite(ada, Role.ADMIN, "Bob");
    const { token: forAdmin } = await bob.api.createInvitation({ role: Role.ADMIN });
    const { token: forMember } = await bob.api.createInvitation({ role: Role.MEMBER });
    await ada.api.setRole({ userId: bob.userId, role: Role.MEMBER });
    expect([await look(forAdmin), await look(forMember)]).toEqual(["INVITATION_INVALID", "no refusal"]);
    await ada.api.deactivateAccount({ userId: bob.userId });
    expect(await refusalOf(join(forMember, "eve"))).toBe("INVITATION_INVALID");
  });
});
