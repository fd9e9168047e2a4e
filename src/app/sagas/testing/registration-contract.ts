import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refusalOf } from "../../../platform/rpc/testing/refusal.ts";
import type { Config } from "../../config.ts";
import { deathsAt, PASSWORD, type Person, SagaWorld } from "./saga-world.ts";

const STEPS = ["confirmAccount", "createProfile", "joinDefaultChannels", "welcome"];
const UNDONE = ["leaveChannels", "removeProfile", "withdrawAccount"];
/** A step that refuses is never done, so nobody dies after it. */
const DEATHS_OF_REFUSED = [
  ...deathsAt(STEPS.slice(0, -1)),
  { step: "welcome", when: "before" },
  ...deathsAt(UNDONE),
] as const;

let world: SagaWorld;
let ada: Person;

const places = async ({ api }: Person) =>
  (await api.channel.listMyChannels({})).channels.map(({ channel }) => channel?.name ?? "").toSorted();

/** Where anything of the person is left, in the whole database. */
async function traces({ id, email }: Pick<Person, "id" | "email">): Promise<readonly string[]> {
  const { rows } = await world.sql.query<{ place: string }>(
    `select 'account' as place from auth.accounts where email = $2 or user_id = $1
     union all select 'session' from auth.sessions where user_id = $1
     union all select 'profile' from users.users where id = $1
     union all select 'member' from channel.members where user_id = $1
     union all select 'right' from authz.relation_tuples where subject = 'user:' || $1
     union all select 'stream' from stream.entries where stream = $1`,
    [id, email],
  );
  return rows.map(({ place }) => place);
}

/** What registering promises, whatever runs the saga and whatever is killed. */
export function describeRegistration(by: string, settings: () => Promise<Partial<Config>>): void {
  beforeAll(async () => {
    world = await SagaWorld.open(await settings());
    const worker = await world.hire();
    ada = await world.register("Ada", { orgName: "Engines" });
    await worker.stop();
  }, 120_000);
  afterAll(() => world.close());

  describe(`registering ${by}`, () => {
    it("founds an organisation with its default channels, before it answers", async () => {
      expect(await places(ada)).toEqual(["general", "random"]);
      expect((await ada.api.user.getOrg({})).org?.name).toBe("Engines");
    });

    it("tells who cannot become a member, and leaves nothing of them", async () => {
      const worker = await world.hire({ refuses: "createProfile" });
      expect(await refusalOf(world.register("Dora"))).toBe("REGISTRATION_WITHDRAWN");
      await worker.said("forgetPresence");
      await worker.stop();
      expect(await traces({ id: "", email: "dora@example.org" })).toEqual([]);
    });

    it("leaves nothing of somebody who deletes their account before it is done", {
      timeout: 240_000,
    }, async () => {
      const registering = world.register("Eve");
      await world.die([{ step: "joinDefaultChannels", when: "before" }]);
      const eve = await registering;
      await eve.api.auth.deleteAccount({ password: PASSWORD });
      const worker = await world.hire();
      await Promise.all([worker.said("withdrawAccount"), worker.said("forgetPresence")]);
      await worker.stop();
      expect(await traces(eve)).toEqual([]);
      expect(await refusalOf(eve.api.channel.listMyChannels({}))).toBe("UNAUTHENTICATED");
    });

    describeDeaths();
  });
}

function describeDeaths(): void {
  it("makes a member, though workers are killed before and after every step of it", {
    timeout: 240_000,
  }, async () => {
    const byron = await world.register("Byron");
    await world.workAndDie(STEPS, "welcome");
    const { users } = await ada.api.user.getUsers({ userIds: [byron.id] });
    expect(users).toMatchObject([{ name: "Byron", handle: "byron", deactivated: false }]);
    expect(await places(byron)).toEqual(["general", "random"]);
    const { channels } = await ada.api.channel.listChannels({});
    expect(channels.map(({ memberCount }) => memberCount)).toEqual([2, 2]);
  });

  it("leaves nothing where it is refused, though workers are killed before and after every step, and tells why", {
    timeout: 240_000,
  }, async () => {
    const claire = await world.register("Claire");
    await world.die(DEATHS_OF_REFUSED, { refuses: "welcome" });
    const heir = await world.hire();
    await heir.said("forgetPresence");
    await heir.stop();

    expect(await traces(claire)).toEqual([]);
    expect(await refusalOf(claire.api.channel.listMyChannels({}))).toBe("REGISTRATION_WITHDRAWN");
    const login = { email: claire.email, password: PASSWORD };
    await expect(world.stranger.auth.login(login)).rejects.toThrow("could not be completed");
    const wrong = { ...login, password: "not the right one" };
    expect(await refusalOf(world.stranger.auth.login(wrong))).toBe("INVALID_CREDENTIALS");

    const worker = await world.hire();
    const again = await world.register("Claire");
    await worker.stop();
    expect(await places(again)).toEqual(["general", "random"]);
    expect(await refusalOf(world.stranger.auth.login(login))).toBe("no refusal");
  });
}
