import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ChannelKind } from "../../gen/chatter/channel/v1/channel_pb.js";
import { createTestDatabase, type TestDatabase } from "../../src/platform/postgres/testing/database.ts";
import { type RunningEngine, startEngine } from "../../tools/engines/index.ts";
import { openTeam, type Team } from "./team.ts";
import type { Watcher } from "./watcher.ts";

const ADMIN = 0;
const MEMBER = 1;

let database: TestDatabase;
let spicedb: RunningEngine<Readonly<Record<string, string>>>;
let team: Team;
let member: Watcher;

beforeAll(async () => {
  database = await createTestDatabase();
  spicedb = await startEngine("spicedb");
  team = await openTeam({ DATABASE_URL: database.url, ...spicedb.settings });
  member = await team.connect(1, MEMBER);
}, 120_000);

afterAll(async () => {
  spicedb.resume();
  await team.close();
  await spicedb.discard();
  await database.drop();
});

describe("two servers whose SpiceDB hangs, is killed and comes back with nothing", () => {
  it("let in whom one of them added and keep out whom one of them removed, at every moment", {
    timeout: 120_000,
  }, async () => {
    const moments: [when: string, step?: () => Promise<void> | void][] = [
      ["before"],
      ["while it hangs", () => spicedb.pause()],
      ["when it goes on", () => spicedb.resume()],
      ["while it is gone", () => spicedb.kill()],
      ["when it is back", () => spicedb.start()],
    ];
    for (const [when, step] of moments) {
      await step?.();
      const { written, shown } = await addAndRemove(when);
      expect(shown).toEqual(written);
    }
  });
});

/** Through one server; the member writes through the other, some rounds one after the other. */
async function addAndRemove(when: string) {
  const admin = team.api(0, ADMIN);
  const name = when.replaceAll(" ", "-");
  const { channel } = await admin.channel.createChannel({ name, kind: ChannelKind.PRIVATE });
  const channelId = channel?.id ?? "";
  const userId = team.people[MEMBER]?.userId ?? "";
  const written: string[] = [];
  for (let round = 0; round < 5; round += 1) {
    const text = `${when} ${round}`;
    await admin.channel.addMembers({ channelId, userIds: [userId] });
    await member.client.send(channelId, text, text);
    written.push(text);
    await admin.channel.removeMember({ channelId, userId });
    const late = `too late ${text}`;
    await expect(member.client.send(channelId, late, late), late).rejects.toThrow("NOT_PERMITTED");
    await admin.message.sendMessage({ channelId, clientId: `admin ${text}`, text: `admin ${text}` });
    written.push(`admin ${text}`);
  }
  const { messages } = await admin.message.listMessages({ channelId });
  const texts = messages.map((message) => message.text).filter((text) => text.includes(when));
  return { written: written.toSorted(), shown: texts.toSorted() };
}
