import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createApiClient } from "../dev/client/api-client.ts";
import { openRealtime } from "../dev/client/realtime-client.ts";
import { findFreePort, type ServerProcess, startServer } from "../dev/server/server-process.ts";
import { startEmbeddedPostgres } from "../src/platform/postgres/embedded/index.ts";
import { startEngine } from "../tools/engines/index.ts";
import { gatherCrowd } from "./crowd.ts";
import { cpuOf } from "./process-cpu.ts";
import type { Measurement } from "./report.ts";

// A person may have twenty connections to a server.
const PEOPLE = 25;
const SOCKETS = 400;
const WRITERS = 4;
const PER_SECOND = 100;
const MESSAGES = 1_000;
const WARM_UP = 200;
const MOST_TIMES = 1.2;

/** What one delivery costs the servers, when all connections are at one and when they are spread over two. */
export async function measureTwoServers(): Promise<Measurement[]> {
  const dataDir = await mkdtemp(join(tmpdir(), "chatter-servers-"));
  const postgres = await startEmbeddedPostgres({ dataDir: join(dataDir, "postgres") });
  const redis = await startEngine("redis");
  const env = {
    DATABASE_URL: postgres.url(),
    REDIS_URL: redis.settings.REDIS_URL,
    REGISTRATION: "open",
    RATE_LIMIT: "100000",
  };
  const start = async () => startServer({ dataDir, port: await findFreePort(), env });
  const servers: ServerProcess[] = [await start()];
  const stage = await setPeople(servers[0]?.url ?? "");
  const one = await cpuPerDelivery(servers, stage);
  servers.push(await start());
  const two = await cpuPerDelivery(servers, stage);
  await Promise.all(servers.map((server) => server.stop()));
  await redis.discard();
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
  return [
    {
      what: `CPU for each of ${SOCKETS * PER_SECOND} deliveries a second, two servers`,
      figure: `${two.toFixed(1)} µs`,
      comparedWith: `one server ${one.toFixed(1)} µs: ${(two / one).toFixed(2)} ×`,
      goal: `≤ ${MOST_TIMES} ×`,
      reached: two <= MOST_TIMES * one,
    },
  ];
}

interface People {
  readonly channelId: string;
  readonly tokens: readonly string[];
}

async function setPeople(url: string): Promise<People> {
  const { auth } = createApiClient(url);
  const tokens: string[] = [];
  for (let n = 0; n < PEOPLE; n++) {
    const { sessionToken } = await auth.register({
      email: `person-${n}@example.org`,
      password: "a long enough password",
      name: `Person ${n}`,
      orgName: "Bench",
    });
    tokens.push(sessionToken);
  }
  const { channels } = await createApiClient(url, tokens[0]).channel.listMyChannels({});
  const general = channels.find(({ channel }) => channel?.name === "general");
  return { tokens, channelId: general?.channel?.id ?? "" };
}

let round = 0;

/** Messages at a steady pace, written and read at all servers alike; the servers' CPU in µs a delivery. */
async function cpuPerDelivery(servers: readonly ServerProcess[], people: People): Promise<number> {
  round += 1;
  const { tokens, channelId } = people;
  const each = Array.from({ length: SOCKETS / servers.length }, (_, n) => tokens[n % tokens.length] ?? "");
  const crowds = await Promise.all(servers.map(({ url }) => gatherCrowd(url, each)));
  const writers = await Promise.all(
    tokens.slice(0, WRITERS).map((token, n) => {
      const { url } = servers[n % servers.length] as ServerProcess;
      return openRealtime({ url, token });
    }),
  );
  const write = async (from: number, to: number): Promise<void> => {
    const began = performance.now();
    const sends = [];
    for (let n = from; n < to; n++) {
      await wait(Math.max(0, began + ((n - from) * 1000) / PER_SECOND - performance.now()));
      const writer = writers[n % writers.length];
      sends.push(writer?.send(channelId, `${round}-${n}`, `round-${round}-message-${n}-`.padEnd(100, "x")));
    }
    const all = crowds.map((crowd) => crowd.saw(`round-${round}-message-${to - 1}-`));
    await Promise.all([...sends, ...all]);
  };
  await write(0, WARM_UP);
  const before = cpuOf(servers);
  await write(WARM_UP, WARM_UP + MESSAGES);
  const spent = cpuOf(servers) - before;
  for (const crowd of crowds) crowd.close();
  for (const writer of writers) writer.close();
  return spent / (MESSAGES * SOCKETS);
}
