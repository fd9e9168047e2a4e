import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PresenceState } from "../../../../gen/chatter/notification/presence/v1/presence_pb.js";
import { refusalOf } from "../../../platform/rpc/testing/refusal.ts";
import type { Config } from "../../config.ts";
import { PASSWORD, type Person, SagaWorld } from "./saga-world.ts";

const STEPS = [
  "forgetProfile",
  "leaveChannels",
  "eraseMessages",
  "forgetStream",
  "eraseReactions",
  "forgetPresence",
];

let world: SagaWorld;
let ada: Person;
let general: string;

async function beginOrganisation(): Promise<void> {
  const worker = await world.hire();
  ada = await world.register("Ada", { orgName: "Engines" });
  const { channels } = await ada.api.channel.listMyChannels({});
  general = channels.find(({ channel }) => channel?.name === "general")?.channel?.id ?? "";
  await worker.stop();
}

/** Somebody who has left traces everywhere. */
async function settle(name: string): Promise<Person> {
  const person = await world.register(name);
  const { channel, message, realtime, saved, schedule, user } = person.api;
  await user.updateProfile({ title: "Countess" });
  const { channel: direct } = await channel.openDirect({ userIds: [ada.id] });
  for (const channelId of [general, direct?.id ?? ""]) {
    await message.sendMessage({
      channelId,
      clientId: `${name} in ${channelId}`,
      text: `a secret of ${name}`,
    });
  }
  const { message: hello } = await ada.api.message.sendMessage({
    ...{ channelId: general, clientId: `hello ${name}`, text: "hello" },
  });
  await message.addReaction({ messageId: hello?.id ?? "", emoji: "👋" });
  await realtime.setPresence({ state: PresenceState.DO_NOT_DISTURB });
  await message.saveDraft({ channelId: general, text: `an idea of ${name}` });
  await saved.saveMessage({ messageId: hello?.id ?? "" });
  const sendAt = timestampFromDate(new Date(Date.now() + 86_400_000));
  await schedule.scheduleMessage({ channelId: general, text: `a plan of ${name}`, sendAt });
  return person;
}

/** Where a text or the person's name can still be read, in the whole database. */
async function traces(name: string, { id }: Person): Promise<readonly string[]> {
  const { rows } = await world.sql.query<{ place: string }>(
    `select 'profile' as place from users.users where name ilike $1 or handle ilike $1 or title = 'Countess'
     union all select 'account' from auth.accounts where email ilike $1
     union all select 'message' from message.messages where body ilike $1
     union all select 'draft' from message.drafts where body ilike $1
     union all select 'saved' from message.saved where user_id = $3
     union all select 'plan' from message.scheduled where body ilike $1
     union all select 'reaction' from message.reactions where user_id = $3
     union all select 'presence' from notification.presence_settings where user_id = $3
     union all select 'log' from stream.entries where position(convert_to($2, 'UTF8') in entry) > 0`,
    [`%${name}%`, `of ${name}`, id],
  );
  return rows.map(({ place }) => place);
}

/** What deleting an account promises, whatever runs the saga and whatever is killed. */
export function describeAccountDeletion(by: string, settings: () => Promise<Partial<Config>>): void {
  beforeAll(async () => {
    world = await SagaWorld.open(await settings());
    await beginOrganisation();
  }, 120_000);
  afterAll(() => world.close());

  describe(`deleting an account ${by}`, () => {
    it("leaves nothing of the person, though workers are killed before and after every step of it", {
      timeout: 240_000,
    }, async () => {
      const worker = await world.hire();
      const byron = await settle("Byron");
      await worker.stop();
      expect(new Set(await traces("Byron", byron))).toEqual(
        new Set(["profile", "account", "message", "draft", "saved", "plan", "reaction", "presence", "log"]),
      );

      await byron.api.auth.deleteAccount({ password: PASSWORD });
      expect(await refusalOf(byron.api.auth.getSession({}))).toBe("UNAUTHENTICATED");
      await world.workAndDie(STEPS, "forgetPresence");

      expect(await traces("Byron", byron)).toEqual([]);
      expect(await world.rightsOf(byron)).toEqual([]);
      const { users } = await ada.api.user.getUsers({ userIds: [byron.id] });
      expect(users).toMatchObject([{ name: "Deleted account", deactivated: true }]);
    });
  });
}
