import { afterAll, beforeAll, expect, it } from "vitest";
import { type ApiClient, createApiClient } from "../../dev/client/api-client.ts";
import { EngineHealth, EngineTask } from "../../gen/chatter/admin/v1/admin_pb.js";
import { ChannelKind } from "../../gen/chatter/channel/v1/channel_pb.js";
import { type ServedProgram, serveProgram } from "./testing/served-program.ts";

let program: ServedProgram;
let owner: ApiClient;
let member: ApiClient;

beforeAll(async () => {
  program = await serveProgram();
  owner = await join("owner");
  member = await join("member");
});
afterAll(() => program.stop());

async function join(name: string): Promise<ApiClient> {
  const wish = { email: `${name}@example.org`, password: "a long enough password", name, orgName: "Example" };
  const { sessionToken } = await createApiClient(program.url).auth.register(wish);
  return createApiClient(program.url, sessionToken);
}

async function counts() {
  const { people, channels, messages } = await owner.admin.getOverview({});
  if (!people || !channels || !messages) throw new Error("an overview without counts");
  return { people, channels, messages };
}

it("an overview counts what all contexts have", async () => {
  const before = await counts();
  const { channel } = await owner.channel.createChannel({ kind: ChannelKind.PRIVATE, name: "launch" });
  const channelId = channel?.id ?? "";
  const send = (clientId: string) => owner.message.sendMessage({ channelId, clientId, text: "hello" });
  const [, gone] = [await send("one"), await send("two")];
  await owner.message.deleteMessage({ messageId: gone.message?.id ?? "" });
  const after = await counts();
  expect(after.people).toMatchObject({ members: 2n, guests: 0n, deactivated: 0n });
  expect(after.channels.private).toBe(before.channels.private + 1n);
  expect(after.messages).toMatchObject({ messages: before.messages.messages + 1n, estimated: false });
});

it("an overview tells of every engine, and asks those that can be asked", async () => {
  const { engines, stuckRuns } = await owner.admin.getOverview({});
  expect(engines.map(({ task }) => task)).toEqual([
    EngineTask.DATABASE,
    EngineTask.SIGNALS,
    EngineTask.RIGHTS,
    EngineTask.WORKFLOWS,
    EngineTask.SECRETS,
    EngineTask.MAIL,
  ]);
  expect(engines[0]).toMatchObject({ product: "PostgreSQL", embedded: false, health: EngineHealth.UP });
  expect(engines[0]?.version).toMatch(/^\d+\.\d+/);
  expect(stuckRuns).toBe(0n);
});

it("every job of every context is listed with its next tick", async () => {
  const { jobs } = await owner.admin.listJobs({});
  expect(jobs.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["auth.forget-expired", "jobs.forget-old"]),
  );
  expect(jobs.filter(({ nextAt }) => nextAt === undefined)).toEqual([]);
});

it("none of it is for members", async () => {
  await expect(member.admin.getOverview({})).rejects.toThrow("permission_denied");
  await expect(member.oversight.listRelationshipChanges({})).rejects.toThrow("permission_denied");
});
