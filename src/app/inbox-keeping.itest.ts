import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as joinPath } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ApiClient, createApiClient } from "../../dev/client/api-client.ts";
import { ChannelKind } from "../../gen/chatter/channel/v1/channel_pb.js";
import { Cause } from "../../gen/chatter/notification/inbox/v1/notification_pb.js";
import { createLog } from "../platform/log/log.ts";
import type { TestDatabase } from "../platform/postgres/testing/database.ts";
import { openProgram, type Program } from "./program.ts";
import { createMigratedDatabase } from "./testing/database.ts";
import { testConfig } from "./testing/served-program.ts";

const DAY_MS = 86_400_000;
const PATIENCE = { timeout: 20_000 };

let program: Program;
let database: TestDatabase;
let dataDir: string;
let url: string;
/** By how much the program's clock is slow. */
let late = 0;
beforeAll(async () => {
  [dataDir, database] = await Promise.all([
    mkdtemp(joinPath(tmpdir(), "chatter-keeping-")),
    createMigratedDatabase(),
  ]);
  const rateLimit = { perSecond: 10_000, burst: 10_000 };
  const config = testConfig({ dataDir, databaseUrl: database.url, rateLimit });
  const clock = { now: () => new Date(Date.now() - late) };
  const log = createLog({ level: "silent", destination: { write: () => undefined } });
  program = await openProgram(config, { log, clock });
  await program.work();
  ({ url } = await program.serve());
});
afterAll(async () => {
  await program.stop();
  await Promise.all([database.drop(), rm(dataDir, { recursive: true })]);
});

const PASSWORD = "a long enough password";
const emailOf = (name: string) => `${name}@example.org`;

async function signIn(name: string): Promise<ApiClient> {
  const wish = { email: emailOf(name), password: PASSWORD };
  return createApiClient(url, (await createApiClient(url).auth.login(wish)).sessionToken);
}

async function join(name: string): Promise<{ id: string; api: ApiClient }> {
  const wish = { email: emailOf(name), password: PASSWORD, name, orgName: "Example" };
  const { account } = await createApiClient(url).auth.register(wish);
  return { id: account?.userId ?? "", api: await signIn(name) };
}

async function channelOf({ channel }: ApiClient, ...userIds: readonly string[]): Promise<string> {
  const wish = { kind: ChannelKind.PRIVATE, name: `keeping-${crypto.randomUUID().slice(0, 8)}` };
  const channelId = (await channel.createChannel(wish)).channel?.id ?? "";
  await channel.addMembers({ channelId, userIds: [...userIds] });
  return channelId;
}

async function say({ message }: ApiClient, channelId: string, text: string): Promise<string> {
  const said = { channelId, text, clientId: crypto.randomUUID() };
  return (await message.sendMessage(said)).message?.id ?? "";
}

const mentionsOf = async ({ inbox }: ApiClient) =>
  (await inbox.listNotifications({ causes: [Cause.MENTION] })).notifications.map(
    ({ messageId }) => messageId,
  );

describe("what somebody was told of", () => {
  it("is forgotten after ninety days, and not told anew when it is edited", async () => {
    late = 91 * DAY_MS;
    const [ada, bob] = [await join("ada"), await join("bob")];
    const channelId = await channelOf(ada.api, bob.id);
    const old = await say(ada.api, channelId, `<@${bob.id}> long ago`);
    await expect.poll(() => mentionsOf(bob.api), PATIENCE).toEqual([old]);
    late = 0;
    const [adaNow, bobNow] = [await signIn("ada"), await signIn("bob")];
    const now = await say(adaNow, channelId, `<@${bob.id}> today`);
    await expect.poll(() => mentionsOf(bobNow), PATIENCE).toEqual([now, old]);
    await program.contexts.inbox.forgetOld();
    expect(await mentionsOf(bobNow)).toEqual([now]);
    await adaNow.message.editMessage({ messageId: old, text: `<@${bob.id}> long, long ago` });
    const last = await say(adaNow, channelId, `<@${bob.id}> at last`);
    await expect.poll(() => mentionsOf(bobNow), PATIENCE).toEqual([last, now]);
  });

  it("is nothing while their account is deactivated", async () => {
    const [ada, cleo, dan] = [await signIn("ada"), await join("cleo"), await join("dan")];
    const channelId = await channelOf(ada, cleo.id, dan.id);
    await ada.auth.deactivateAccount({ userId: cleo.id });
    const isGone = async () => (await ada.user.getUsers({ userIds: [cleo.id] })).users[0]?.deactivated;
    await expect.poll(isGone, PATIENCE).toBe(true);
    const all = await say(ada, channelId, "<!channel>");
    await expect.poll(() => mentionsOf(dan.api), PATIENCE).toEqual([all]);
    await ada.auth.reactivateAccount({ userId: cleo.id });
    await expect.poll(isGone, PATIENCE).toBe(false);
    const again = await say(ada, channelId, "<!channel> again");
    const back = await signIn("cleo");
    await expect.poll(() => mentionsOf(back), PATIENCE).toEqual([again]);
  });

  it("goes with their account, and so do the deliveries of it", async () => {
    const [ada, eve] = [await signIn("ada"), await join("eve")];
    const channelId = await channelOf(ada, eve.id);
    await say(ada, channelId, `<@${eve.id}>`);
    await expect.poll(() => mentionsOf(eve.api), PATIENCE).toHaveLength(1);
    const { sql: db } = program.engines.database<unknown>("notification", 1);
    // As planned for a browser that was forgotten since.
    await sql`
      insert into notification.deliveries (notification_id, device_id, user_id, state, due_at, planned_at)
      select id, 'gone', user_id, 'delivered', raised_at, raised_at
      from notification.notifications where user_id = ${eve.id}`.execute(db);
    const left = async () => {
      const { rows } = await sql<{ what: string }>`
        select 'notification' as what from notification.notifications where user_id = ${eve.id}
        union select 'delivery' from notification.deliveries where user_id = ${eve.id}`.execute(db);
      return new Set(rows.map(({ what }) => what));
    };
    expect(await left()).toEqual(new Set(["notification", "delivery"]));
    await eve.api.auth.deleteAccount({ password: PASSWORD });
    await expect.poll(left, PATIENCE).toEqual(new Set());
  });
});
