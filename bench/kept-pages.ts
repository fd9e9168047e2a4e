import pg from "pg";
import { Registry } from "prom-client";
import { systemClock } from "../src/kernel/clock.ts";
import { type ChannelId, createIds } from "../src/kernel/ids.ts";
import { openRedis } from "../src/platform/redis/redis.ts";
import { type Cache, createRedisCache } from "../src/platform/redis/redis-cache.ts";
import { startEngine } from "../tools/engines/index.ts";
import type { BenchDatabase } from "./bench-database.ts";
import { openMessageList } from "./list-messages.ts";
import { cpuOf } from "./process-cpu.ts";
import { type Measurement, percentile, times } from "./report.ts";

const CHANNELS = 200;
const MESSAGES = 200;
const PAGE = 50;
const READERS = 16;
const PAGES = 2_000;
const ROUNDS = 5;
// Pages that are kept must save the database at least this much, or they are not worth their rules.
const MOST_CPU = 0.7;

/** The latest page by Redis, where it is kept and where it is not yet, against reading each from PostgreSQL. */
export async function measureKeptPages({ url }: BenchDatabase): Promise<Measurement[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const channels = await fill(client);
  const server = await startEngine("redis");
  const log = { warn: () => {}, info: () => {} };
  const redis = await openRedis({
    url: server.settings.REDIS_URL,
    prefix: "bench:",
    log,
    metrics: new Registry(),
  });
  const cache = createRedisCache(redis, "pages", 600);
  const lists = [
    openMessageList(url),
    openMessageList(url, cache),
    openMessageList(url, neverTheSame(cache)),
  ];
  const lanes = lists.map((list) => new Lane((channel) => list.latestPage(channel, PAGE), client));
  // In turns, so that what else the machine does meets all of them; the first rounds warm up.
  for (let round = -2; round < ROUNDS; round++)
    for (const lane of lanes) await lane.run(channels, round >= 0);
  await Promise.all([...lists.map((list) => list.close()), redis.close()]);
  await Promise.all([client.end(), server.discard()]);
  return tell(lanes.map((lane) => lane.medians()));
}

interface Cost {
  readonly p50: number;
  /** Of PostgreSQL, in µs a page. */
  readonly cpu: number;
}

function tell([direct, kept, missed]: readonly Cost[]): Measurement[] {
  if (!direct || !kept || !missed) throw new Error("a lane is missing");
  const reached = kept.p50 < direct.p50 && kept.cpu <= MOST_CPU * direct.cpu;
  return [
    {
      what: `latest page that Redis keeps, ${READERS} readers`,
      figure: `p50 ${kept.p50.toFixed(1)} ms, ${kept.cpu.toFixed(0)} µs of PostgreSQL; not kept yet ${missed.p50.toFixed(1)} ms, ${missed.cpu.toFixed(0)} µs`,
      comparedWith: `without ${direct.p50.toFixed(1)} ms, ${direct.cpu.toFixed(0)} µs: ${times(kept.cpu / direct.cpu)}`,
      goal: `sooner, ≤ ${MOST_CPU} × PostgreSQL`,
      reached,
    },
  ];
}

/** One way to read pages. */
class Lane {
  readonly #read: (channel: ChannelId) => Promise<void>;
  readonly #client: pg.Client;
  readonly #costs: Cost[] = [];

  constructor(read: (channel: ChannelId) => Promise<void>, client: pg.Client) {
    this.#read = read;
    this.#client = client;
  }

  async run(channels: readonly ChannelId[], counts: boolean): Promise<void> {
    const samples: number[] = [];
    const before = await this.#cpu();
    let left = PAGES;
    const reader = async (): Promise<void> => {
      while (left-- > 0) {
        const began = performance.now();
        await this.#read(channels[left % channels.length] as ChannelId);
        samples.push(performance.now() - began);
      }
    };
    await Promise.all(Array.from({ length: READERS }, reader));
    const cpu = ((await this.#cpu()) - before) / PAGES;
    if (counts) this.#costs.push({ p50: percentile(samples, 0.5), cpu });
  }

  medians(): Cost {
    const median = (of: (cost: Cost) => number) => percentile(this.#costs.map(of), 0.5);
    return { p50: median(({ p50 }) => p50), cpu: median(({ cpu }) => cpu) };
  }

  /** Of all connections but the one that asks. */
  async #cpu(): Promise<number> {
    const { rows } = await this.#client.query<{ pid: number }>(
      "select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
    );
    return cpuOf(rows);
  }
}

/** Asks and keeps as the cache does, and never finds what was kept. */
function neverTheSame(cache: Cache): Cache {
  let n = 0;
  return {
    find: (key) => cache.find(`${key} ${n++}`),
    keep: (key, value) => cache.keep(`${key} none`, value),
  };
}

async function fill(client: pg.Client): Promise<readonly ChannelId[]> {
  const ids = createIds(systemClock);
  const channels = Array.from({ length: CHANNELS }, () => ids.next("chn"));
  await client.query(
    `insert into message.messages (id, channel_id, seq, author_id, client_id, body, posted_at)
     select 'msg_kept' || lpad((c * 1000 + n)::text, 23, '0'), channel, n, 'usr_' || lpad((n % 50)::text, 27, '0'),
       'kept-' || c || '-' || n, 'A message of ordinary length, number ' || n || ', as people write it all day long.', now()
     from unnest($1::text[]) with ordinality as t (channel, c), generate_series(1, $2::int) n`,
    [channels, MESSAGES],
  );
  await client.query(
    "insert into stream.heads (stream, head) select channel, $2 from unnest($1::text[]) as t (channel)",
    [channels, MESSAGES],
  );
  await client.query("vacuum analyze message.messages");
  return channels;
}
