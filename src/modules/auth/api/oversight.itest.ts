import { Code } from "@connectrpc/connect";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Role } from "../../../../gen/chatter/auth/v1/auth_pb.js";
import { createIds } from "../../../kernel/ids.ts";
import { type AuthWorld, createAuthWorld, type Person } from "../testing/world.ts";

let world: AuthWorld;
let owner: Person;
let mia: Person;
let org: string;

beforeAll(async () => {
  world = await createAuthWorld();
  owner = await world.founder();
  mia = await world.invite(owner, Role.MEMBER, "Mia");
  const { account } = await owner.api.getSession({});
  org = `org:${account?.orgId}`;
});

afterAll(async () => {
  await world.close();
});

const related = (relation: string, person: Person) => ({
  resource: org,
  relation,
  subject: `user:${person.userId}`,
});

describe("a permission is explained", () => {
  it("by the relationships that give it", async () => {
    const asked = { userId: mia.userId, resource: org, permission: "browse" };
    expect(await owner.api.oversight.explainPermission(asked)).toMatchObject({
      permitted: true,
      grantedBy: [related("member", mia)],
      missing: [],
      deniedBy: [],
    });
  });

  it("by those that are missing", async () => {
    const asked = { userId: mia.userId, resource: org, permission: "manage" };
    expect(await owner.api.oversight.explainPermission(asked)).toMatchObject({
      permitted: false,
      grantedBy: [],
      missing: [related("owner", mia), related("admin", mia)],
    });
  });

  it("to those who manage the organisation, and to nobody else", async () => {
    const asked = { userId: mia.userId, resource: org, permission: "browse" };
    await expect(mia.api.oversight.explainPermission(asked)).rejects.toMatchObject({
      code: Code.PermissionDenied,
    });
    await expect(world.caller().oversight.explainPermission(asked)).rejects.toMatchObject({
      code: Code.Unauthenticated,
    });
  });

  it("if there is one of that name", async () => {
    const asked = { userId: mia.userId, resource: org, permission: "paint" };
    await expect(owner.api.oversight.explainPermission(asked)).rejects.toMatchObject({
      code: Code.InvalidArgument,
    });
    const malformed = { ...asked, resource: "shed:1" };
    await expect(owner.api.oversight.explainPermission(malformed)).rejects.toMatchObject({
      code: Code.InvalidArgument,
    });
  });
});

describe("the changes of rights", () => {
  it("are listed with whose act they were, the latest first", async () => {
    const guest = await world.invite(owner, Role.GUEST, "Gus");
    await owner.api.setRole({ userId: guest.userId, role: Role.ADMIN });
    await owner.api.deactivateAccount({ userId: guest.userId });
    const { changes } = await owner.api.oversight.listRelationshipChanges({ userId: guest.userId });
    const told = changes.map(({ relationship, removed, changedBy }) => ({
      relationship,
      removed,
      changedBy,
    }));
    const by = { changedBy: owner.userId };
    expect(told).toMatchObject([
      { relationship: related("admin", guest), removed: true, ...by },
      { relationship: related("admin", guest), removed: false, ...by },
      { relationship: related("guest", guest), removed: true, ...by },
      { relationship: related("guest", guest), removed: false, changedBy: guest.userId },
    ]);
    expect(changes[0]?.changedAt).toBeDefined();
  });

  it("come in pages that follow each other without a gap", async () => {
    const { changes } = await owner.api.oversight.listRelationshipChanges({ resource: org });
    const paged: typeof changes = [];
    let pageToken = "";
    do {
      const page = await owner.api.oversight.listRelationshipChanges({
        resource: org,
        pageSize: 2,
        pageToken,
      });
      expect(page.changes.length).toBeLessThanOrEqual(2);
      paged.push(...page.changes);
      pageToken = page.nextPageToken;
    } while (pageToken !== "");
    expect(paged).toEqual(changes);
  });

  it("are of nobody where nothing changed", async () => {
    const stranger = createIds(world.clock).next("usr");
    expect(await owner.api.oversight.listRelationshipChanges({ userId: stranger })).toMatchObject({
      changes: [],
    });
  });

  it("are for those who manage the organisation", async () => {
    await expect(mia.api.oversight.listRelationshipChanges({})).rejects.toMatchObject({
      code: Code.PermissionDenied,
    });
    const malformed = owner.api.oversight.listRelationshipChanges({ pageToken: "eHh4" });
    await expect(malformed).rejects.toMatchObject({ code: Code.InvalidArgument });
  });
});

describe("the sessions of somebody", () => {
  const devices = async (manager: Person, { userId }: Person) =>
    manager.api.oversight.listAccountSessions({ userId });

  it("are listed for who may decide about the account, and end with whose act it was", async () => {
    const leo = await world.invite(owner, Role.MEMBER, "Leo");
    world.clock.advance(1_000);
    const other = await world.signIn(leo.email);
    const { sessions, ended } = await devices(owner, leo);
    expect(sessions).toHaveLength(2);
    expect(sessions.map(({ current }) => current)).toEqual([false, false]);
    expect(ended).toEqual([]);
    const [latest] = sessions;
    const ending = { userId: leo.userId, sessionId: latest?.id ?? "" };
    expect(await owner.api.oversight.endAccountSessions(ending)).toMatchObject({ sessions: 1 });
    await expect(other.api.getSession({})).rejects.toMatchObject({ code: Code.Unauthenticated });
    await leo.api.getSession({});
    await expect(owner.api.oversight.endAccountSessions(ending)).rejects.toMatchObject({
      code: Code.NotFound,
    });
    const after = await devices(owner, leo);
    expect(after.sessions).toHaveLength(1);
    expect(after.ended).toMatchObject([{ endedBy: owner.userId, userAgent: "vitest", address: "192.0.2.1" }]);
    const told = world.published.filter(({ type }) => type.endsWith("SessionsEnded")).at(-1);
    expect(told?.payload).toMatchObject({ userId: leo.userId, sessionIds: [latest?.id] });
  });

  it("end all at once, while API keys stay", async () => {
    const eva = await world.invite(owner, Role.MEMBER, "Eva");
    await world.signIn(eva.email);
    const { secret } = await eva.api.createApiKey({ name: "bot", scopes: ["read"] });
    const { userId } = eva;
    expect(await owner.api.oversight.endAccountSessions({ userId })).toMatchObject({ sessions: 2 });
    await expect(eva.api.getSession({})).rejects.toMatchObject({ code: Code.Unauthenticated });
    await world.caller(secret).getSession({});
    expect(await owner.api.oversight.endAccountSessions({ userId })).toMatchObject({ sessions: 0 });
    expect((await devices(owner, eva)).ended).toHaveLength(2);
  });

  it("are nobody else's business: not of an admin about an owner, nor of members, guests and strangers", async () => {
    const admin = await world.invite(owner, Role.ADMIN, "Abe");
    const guest = await world.invite(owner, Role.GUEST, "Gil");
    const { userId } = owner;
    for (const person of [admin, mia, guest]) {
      await expect(devices(person, owner)).rejects.toMatchObject({ code: Code.PermissionDenied });
      await expect(person.api.oversight.endAccountSessions({ userId })).rejects.toMatchObject({
        code: Code.PermissionDenied,
      });
    }
    await expect(world.caller().oversight.endAccountSessions({ userId })).rejects.toMatchObject({
      code: Code.Unauthenticated,
    });
    const { secret } = await owner.api.createApiKey({ name: "reader", scopes: ["read"] });
    const reader = world.caller(secret).oversight;
    expect((await reader.listAccountSessions({ userId: mia.userId })).sessions).toHaveLength(1);
    await expect(reader.endAccountSessions({ userId: mia.userId })).rejects.toMatchObject({
      code: Code.PermissionDenied,
    });
    const stranger = createIds(world.clock).next("usr");
    await expect(owner.api.oversight.listAccountSessions({ userId: stranger })).rejects.toMatchObject({
      code: Code.NotFound,
    });
  });

  it("which somebody else ended are told for ninety days", async () => {
    const kim = await world.invite(owner, Role.MEMBER, "Kim");
    await owner.api.oversight.endAccountSessions({ userId: kim.userId });
    world.clock.advance(80 * 86_400_000);
    await world.module.forgetExpired();
    const later = await world.signIn(owner.email);
    expect((await devices(later, kim)).ended).toHaveLength(1);
    world.clock.advance(10 * 86_400_000);
    await world.module.forgetExpired();
    expect((await devices(later, kim)).ended).toEqual([]);
  });
});
