import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApiClient } from "../../dev/client/api-client.ts";
import { findFreePort, type ServerProcess, startServer } from "../../dev/server/server-process.ts";
import { FollowingReader } from "./following-reader.ts";
import { readLog, Writers } from "./writers.ts";

const KILLS = 20;
const ACKNOWLEDGED_BETWEEN_KILLS = 60;

let dataDir: string;
let server: ServerProcess;
let port: number;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "chatter-kill-"));
  port = await findFreePort();
  server = await startServer({ dataDir, port });
});
afterAll(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

describe("a server that is killed twenty times under load", () => {
  it("has every acknowledged message exactly once, without a gap, in one order for all", {
    timeout: 240_000,
  }, async () => {
    const { url } = server;
    const registered = await createApiClient(url).auth.register({
      email: "owner@example.org",
      password: "a long enough password",
      name: "Owner",
      orgName: "Example",
    });
    const connect = () => ({ url, token: registered.sessionToken });
    const api = createApiClient(url, registered.sessionToken);
    const { channels } = await api.channel.listMyChannels({});
    const channelId = channels[0]?.channel?.id ?? "";
    const start = (await api.message.listMessages({ channelId })).head;

    const readers = [1, 2, 3].map(() => new FollowingReader(channelId, start, connect));
    const writers = new Writers(channelId, connect);
    for (let kill = 1; kill <= KILLS; kill++) {
      await writers.acknowledgedAtLeast(kill * ACKNOWLEDGED_BETWEEN_KILLS);
      await server.kill();
      server = await startServer({ dataDir, port });
    }
    await writers.finish();

    const log = await readLog(createApiClient(url, registered.sessionToken), channelId, start);
    await Promise.all(readers.map((reader) => reader.reached(start + BigInt(log.length))));
    await Promise.all(readers.map((reader) => reader.stop()));

    const posted = log.filter((clientId) => clientId !== undefined);
    expect(new Set(posted).size, "no message is there twice").toBe(posted.length);
    for (const [clientId, seq] of writers.acknowledged) {
      expect(log[Number(seq - start) - 1], `${clientId} was acknowledged at ${seq}`).toBe(clientId);
    }
    expect(writers.acknowledged.size).toBeGreaterThanOrEqual(KILLS * ACKNOWLEDGED_BETWEEN_KILLS);
    for (const reader of readers) {
      expect(reader.faults).toEqual([]);
      expect([...reader.seen].map(([seq, clientId]) => [seq, clientId])).toEqual(
        log.flatMap((clientId, index) =>
          clientId === undefined ? [] : [[start + BigInt(index + 1), clientId]],
        ),
      );
    }
  });
});
