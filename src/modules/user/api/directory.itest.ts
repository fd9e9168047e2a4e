import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Role } from "../../../../gen/chatter/auth/v1/auth_pb.js";
import { createIds } from "../../../kernel/ids.ts";
import { refusalOf } from "../../../platform/rpc/testing/refusal.ts";
import { createUserWorld, news, type Person, type UserWorld } from "../testing/world.ts";

let world: UserWorld;
let ada: Person;

beforeEach(async () => {
  world = await createUserWorld();
  ada = await world.join("Ada Lovelace");
});

afterEach(() => world.close());

const profileOf = async (person: Person) => (await ada.api.getUsers({ userIds: [person.userId] })).users[0];
const namesOf = async (search: Parameters<Person["api"]["listUsers"]>[0], by = ada) =>
  (await by.api.listUsers(search)).users.map(({ name }) => name);
const told = (type: string) => world.published.filter((event) => event.type.endsWith(type));

describe("a newcomer", () => {
  it("has a profile, and the first one an organisation", async () => {
    expect(await profileOf(ada)).toMatchObject({
      handle: "ada.lovelace",
      name: "Ada Lovelace",
      guest: false,
    });
    expect((await ada.api.getOrg({})).org).toMatchObject({ id: world.orgId, name: "Analytical Engines" });
    expect(await world.module.users.orgName(world.orgId)).toBe("Analytical Engines");
    const eve = await world.join("Eve", Role.GUEST);
    expect(await profileOf(eve)).toMatchObject({ guest: true });
    expect(told("UserJoined")).toMatchObject([
      { payload: { userId: ada.userId, founder: true } },
      { payload: { userId: eve.userId, guest: true } },
    ]);
  });

  it("is told of twice and there once", async () => {
    await Promise.all([1, 2].map(() => world.welcome(ada, "Ada Lovelace")));
    expect(told("UserJoined")).toHaveLength(1);
    expect(await namesOf({})).toEqual(["Ada Lovelace"]);
  });

  it("gets a handle that is free, also when several of one name come at once", async () => {
    const others = await Promise.all([1, 2, 3, 4].map(() => world.join("Ada Lovelace")));
    const { users } = await ada.api.getUsers({ userIds: others.map(({ userId }) => userId) });
    expect(users.map(({ handle }) => handle).toSorted()).toEqual([
      "ada.lovelace2",
      "ada.lovelace3",
      "ada.lovelace4",
      "ada.lovelace5",
    ]);
  });

  it("who finds no handle free is refused", async () => {
    const id = createIds(world.clock).next("usr");
    const unique = id.slice(-12).toLowerCase();
    const taken = ["eve", ...[2, 3, 4, 5, 6, 7, 8, 9].map((n) => `eve${n}`)];
    for (const handle of [...taken, `eve-${unique.slice(-4)}`, `eve-${unique}`]) {
      const other = await world.join(`Somebody ${handle}`);
      await other.api.updateProfile({ handle });
    }
    await expect(world.welcome({ userId: id }, "Eve")).rejects.toMatchObject({ reason: "NO_HANDLE_FREE" });
  });

  it("can be taken back, with the organisation where they were all of it", async () => {
    const eve = await world.join("Eve");
    for (const _ of [1, 2]) await world.module.removeNewcomer(eve.userId);
    expect(await namesOf({ includeDeactivated: true })).toEqual(["Ada Lovelace"]);
    expect(told("ProfileChanged")).toMatchObject([{ payload: { user: { name: "Deleted account" } } }]);
    await world.module.forgetPerson(eve.userId);
    expect(await world.module.users.orgName(world.orgId)).toBe("Analytical Engines");
    await world.module.removeNewcomer(ada.userId);
    expect(await world.module.users.orgName(world.orgId)).toBeUndefined();
  });

  it("is not kept out by a name of which nothing can be seen", async () => {
    const eve = await world.join("\u200B\u202E");
    expect((await profileOf(eve))?.name).toMatch(/^user-/);
  });
});

describe("what auth decides", () => {
  it("shows in the profile, told once or twice", async () => {
    const bob = await world.join("Bob");
    await world.hear(news.role(bob, Role.GUEST), news.role(bob, Role.GUEST));
    await world.hear(news.deactivated(bob), news.deactivated(bob));
    expect(await profileOf(bob)).toMatchObject({ guest: true, deactivated: true });
    await world.hear(news.reactivated(bob), news.role(bob, Role.ADMIN));
    expect(await profileOf(bob)).toMatchObject({ guest: false, deactivated: false });
    expect(told("ProfileChanged")).toHaveLength(4);
  });

  it("holds as it was decided last, although earlier news arrives later", async () => {
    const bob = await world.join("Bob");
    const learn = world.module.subscriptions.find(({ subscriber }) => subscriber === "user.learn-role");
    const ids = createIds(world.clock);
    const tell = (role: Role, occurredAt: Date) =>
      learn?.handle({ ...news.role(bob, role), id: ids.next("evt"), occurredAt });
    const now = world.clock.now().getTime();
    await tell(Role.GUEST, new Date(now + 2_000));
    await tell(Role.MEMBER, new Date(now + 1_000));
    expect(await profileOf(bob)).toMatchObject({ guest: true });
  });

  it("waits for the profile where it arrives first", async () => {
    const learn = world.module.subscriptions.find(({ subscriber }) => subscriber === "user.learn-role");
    const ids = createIds(world.clock);
    const stranger = { ...ada, userId: ids.next("usr") };
    const event = { ...news.role(stranger, Role.GUEST), id: ids.next("evt"), occurredAt: world.clock.now() };
    await expect(learn?.handle(event)).rejects.toMatchObject({ reason: "USER_NOT_FOUND" });
  });
});

describe("the directory", () => {
  it("is in the order of names as people read them, page by page", async () => {
    for (const name of ["Émile", "bob", "Zoë", "Cleo"]) await world.join(name);
    const seen: string[] = [];
    let pageToken = "";
    do {
      const page = await ada.api.listUsers({ pageSize: 2, pageToken });
      expect(page.users.length).toBeLessThanOrEqual(2);
      seen.push(...page.users.map(({ name }) => name));
      pageToken = page.nextPageToken;
    } while (pageToken !== "");
    expect(seen).toEqual(["Ada Lovelace", "bob", "Cleo", "Émile", "Zoë"]);
    expect(await refusalOf(ada.api.listUsers({ pageToken: "!" }))).toBe("PAGE_TOKEN_MALFORMED");
  });

  it("is searched by parts of names and handles, whatever the accents", async () => {
    await world.join("Émile Zola");
    await world.join("100% Bob_by");
    expect(await namesOf({ query: "EMI" })).toEqual(["Émile Zola"]);
    expect(await namesOf({ query: "emile.z" })).toEqual(["Émile Zola"]);
    expect(await namesOf({ query: "ola mil" })).toEqual(["Émile Zola"]);
    expect(await namesOf({ query: "mile x" })).toEqual([]);
    expect(await namesOf({ query: "0% b" })).toEqual(["100% Bob_by"]);
    expect(await namesOf({ query: "%" })).toEqual(["100% Bob_by"]);
    for (const query of ["\\", "'", "' | 'a"]) expect(await namesOf({ query })).toEqual([]);
  });

  it("leaves out who is deactivated unless they are asked for", async () => {
    const bob = await world.join("Bob");
    await world.hear(news.deactivated(bob));
    expect(await namesOf({})).toEqual(["Ada Lovelace"]);
    expect(await namesOf({ includeDeactivated: true })).toEqual(["Ada Lovelace", "Bob"]);
  });

  it("shows a guest only people who share a channel with them", async () => {
    const bob = await world.join("Bob");
    const eve = await world.join("Eve", Role.GUEST);
    expect(await namesOf({}, eve)).toEqual([]);
    world.shared.set(eve.userId, new Set([eve.userId, bob.userId]));
    expect(await namesOf({}, eve)).toEqual(["Bob", "Eve"]);
    expect(await namesOf({ query: "ada" }, eve)).toEqual([]);
    // By id a guest learns who wrote in a channel before they left it.
    expect((await eve.api.getUsers({ userIds: [ada.userId] })).users).toHaveLength(1);
  });

  it("leaves out ids of nobody", async () => {
    const nobody = createIds(world.clock).next("usr");
    expect((await ada.api.getUsers({ userIds: [nobody, ada.userId] })).users).toHaveLength(1);
    expect((await ada.api.getUsers({ userIds: [] })).users).toEqual([]);
  });
});

describe("the organisation", () => {
  it("is renamed by those who manage it", async () => {
    const bob = await world.join("Bob");
    expect(await refusalOf(bob.api.updateOrg({ name: "Bob's" }))).toBe("PERMISSION_DENIED");
    expect((await ada.api.updateOrg({ name: " Difference  Engines" })).org?.name).toBe("Difference Engines");
    const org = { id: world.orgId, name: "Difference Engines" };
    expect((await bob.api.getOrg({})).org).toMatchObject(org);
    expect(told("OrgRenamed")).toMatchObject([{ payload: { org } }]);
  });
});

describe("the facade", () => {
  it("knows who exists, is active and of this organisation", async () => {
    const { users } = world.module;
    const [bob, ids] = [await world.join("Bob"), createIds(world.clock)];
    await world.hear(news.deactivated(bob));
    const asked = [ada.userId, bob.userId, ids.next("usr")];
    expect(await users.existing(world.orgId, asked)).toEqual(new Set([ada.userId]));
    expect(await users.existing(ids.next("org"), asked)).toEqual(new Set());
    expect(await users.findUsers([bob.userId])).toEqual([
      { id: bob.userId, orgId: world.orgId, handle: "bob", name: "Bob", guest: false, deactivated: true },
    ]);
    expect(await users.orgName(ids.next("org"))).toBeUndefined();
  });
});
