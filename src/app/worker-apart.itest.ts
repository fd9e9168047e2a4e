import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ApiClient, createApiClient } from "../../dev/client/api-client.ts";
import { openRealtime, type RealtimeClient } from "../../dev/client/realtime-client.ts";
import { ChannelKind } from "../../gen/chatter/channel/v1/channel_pb.js";
import { Cause } from "../../gen/chatter/notification/inbox/v1/notification_pb.js";
import { type ServedProgram, serveProgram } from "./testing/served-program.ts";

let program: ServedProgram;
const devices: RealtimeClient[] = [];
beforeAll(async () => {
  const rateLimit = { perSecond: 10_000, burst: 10_000 };
  program = await serveProgram({ rateLimit }, { worker: "apart" });
});
afterAll(async () => {
  for (const device of devices) device.close();
  await program.stop();
});

async function join(name: string): Promise<{ id: string; token: string; api: ApiClient }> {
  const wish = { email: `${name}@example.org`, password: "a long enough password", name, orgName: "Example" };
  const { account, sessionToken: token } = await createApiClient(program.url).auth.register(wish);
  return { id: account?.userId ?? "", token, api: createApiClient(program.url, token) };
}

const callsOf = async ({ inbox }: ApiClient) =>
  (await inbox.listNotifications({ causes: [Cause.MENTION] })).notifications.map(
    ({ messageId }) => messageId,
  );

describe("a worker that serves nobody", () => {
  it("knows who is connected to the servers: they are called by @here, and nobody else", async () => {
    const [ada, bob, cleo] = [await join("ada"), await join("bob"), await join("cleo")];
    const wish = { kind: ChannelKind.PRIVATE, name: "here" };
    const channelId = (await ada.api.channel.createChannel(wish)).channel?.id ?? "";
    await ada.api.channel.addMembers({ channelId, userIds: [bob.id, cleo.id] });
    devices.push(await openRealtime({ url: program.url, token: bob.token }));
    const call = async () => {
      const said = { channelId, text: "<!here>", clientId: crypto.randomUUID() };
      await ada.api.message.sendMessage(said);
      return (await callsOf(bob.api)).length;
    };
    // That Bob has come reaches the worker a moment after he was let in.
    await expect.poll(call, { timeout: 20_000 }).toBeGreaterThan(0);
    const last = { channelId, text: `<@${cleo.id}>`, clientId: crypto.randomUUID() };
    const messageId = (await ada.api.message.sendMessage(last)).message?.id ?? "";
    await expect.poll(() => callsOf(cleo.api), { timeout: 20_000 }).toEqual([messageId]);
  });
});
