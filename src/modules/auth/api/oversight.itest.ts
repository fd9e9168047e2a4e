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
    expect(await owner.api.explainPermission(asked)).toMatchObject({
      permitted: true,
      grantedBy: [related("member", mia)],
      missing: [],
      deniedBy: [],
    });
  });

  it("by those that are missing", async () => {
    const asked = { userId: mia.userId, resource: org, permission: "manage" };
    expect(await owner.api.explainPermission(asked)).toMatchObject({
      permitted: false,
      grantedBy: [],
      missing: [related("owner", mia), related("admin", mia)],
    });
  });

  it("to those who manage the organisation, and to nobody else", async () => {
    const asked = { userId: mia.userId, resource: org, permission: "browse" };
    await expect(mia.api.explainPermission(asked)).rejects.toMatchObject({ code: Code.PermissionDenied });
    await expect(world.caller().explainPermission(asked)).rejects.toMatchObject({
      code: Code.Unauthenticated,
    });
  });

  it("if there is one of that name", async () => {
    const asked = { userId: mia.userId, resource: org, permission: "paint" };
    await expect(owner.api.explainPermission(asked)).rejects.toMatchObject({ code: Code.InvalidArgument });
    const malformed = { ...asked, resource: "shed:1" };
    await expect(owner.api.explainPermission(malformed)).rejects.toMatchObject({
      code: Code.InvalidArgument,
    });
  });
});

describe("the changes of rights", () => {
  it("are listed with whose act they were, the latest first", async () => {
    const guest = await world.invite(owner, Role.GUEST, "Gus");
    await owner.api.setRole({ userId: guest.userId, role: Role.ADMIN });
    await owner.api.deactivateAccount({ userId: guest.userId });
    const { changes } = await owner.api.listRelationshipChanges({ userId: guest.userId });
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
    const { changes } = await owner.api.listRelationshipChanges({ resource: org });
    const paged: typeof changes = [];
    let pageToken = "";
    do {
      const page = await owner.api.listRelationshipChanges({ resource: org, pageSize: 2, pageToken });
      expect(page.changes.length).toBeLessThanOrEqual(2);
      paged.push(...page.changes);
      pageToken = page.nextPageToken;
    } while (pageToken !== "");
    expect(paged).toEqual(changes);
  });

  it("are of nobody where nothing changed", async () => {
    const stranger = createIds(world.clock).next("usr");
    expect(await owner.api.listRelationshipChanges({ userId: stranger })).toMatchObject({ changes: [] });
  });

  it("are for those who manage the organisation", async () => {
    await expect(mia.api.listRelationshipChanges({})).rejects.toMatchObject({ code: Code.PermissionDenied });
    const malformed = owner.api.listRelationshipChanges({ pageToken: "eHh4" });
    await expect(malformed).rejects.toMatchObject({ code: Code.InvalidArgument });
  });
});
