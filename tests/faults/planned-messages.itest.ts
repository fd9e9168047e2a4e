import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApiClient } from "../../dev/client/api-client.ts";
import { findFreePort, type ServerProcess, startServer } from "../../dev/server/server-process.ts";
import { FollowingReader } from "./following-reader.ts";

let dataDir: string;
let server: ServerProcess;
let port: number;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "chatter-planned-"));
  port = await findFreePort();
  server = await startServer({ dataDir, port });
});
afterAll(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const MESSAGES = 60;

describe("a server that is killed while planned messages are due", () => {
  it("sends each of them exactly once, those too that were due while it was away", {
    timeout: 120_000,
  }, async () => {
    const registered = await createApiClient(server.url).auth.register({
      ...{ email: "owner@example.org", password: "a long enough password", name: "Owner" },
      orgName: "Example",
    });
    const token = registered.sessionToken;
    const connect = () => ({ url: server.url, token });
    const api = createApiClient(server.url, token);
    const { channels } = await api.channel.listMyChannels({});
    const channelId = channels[0]?.channel?.id ?? "";
    const start = (await api.message.listMessages({ channelId })).head;
    const texts = Array.from({ length: MESSAGES }, (_, n) => `number ${n}`);
    const due = Date.now() + 2_500;
    await Promise.all(
      texts.map((text, n) =>
        api.schedule.scheduleMessage({
          ...{ channelId, text, sendAt: timestampFromDate(new Date(due + n * 20)) },
        }),
      ),
    );
    const reader = new FollowingReader(channelId, start, connect);
    await reader.reached(start + BigInt(MESSAGES / 4));
    await server.kill();
    server = await startServer({ dataDir, port });
    await reader.reached(start + BigInt(MESSAGES));
    await reader.stop();

    const { messages } = await createApiClient(server.url, token).message.listMessages({
      channelId,
      limit: 200,
    });
    const sent = messages.filter(({ clientId }) => clientId.startsWith("sch_")).map(({ text }) => text);
    expect(sent.toSorted()).toEqual(texts.toSorted());
    expect(new Set(reader.seen.values()).size).toBe(MESSAGES);
    expect(reader.faults).toEqual([]);
  });
});
