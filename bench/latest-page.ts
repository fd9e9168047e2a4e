import pg from "pg";
import { systemClock } from "../src/kernel/clock.ts";
import { createIds } from "../src/kernel/ids.ts";
import type { BenchDatabase } from "./bench-database.ts";
import { openMessageList } from "./list-messages.ts";
import { type Measurement, percentile, times } from "./report.ts";

const MESSAGES = 1_000_000;
const ROUNDS = 1000;
// Code that runs for the first times is slower; what counts is a server that has been running.
const WARM_UP = 300;
const PAGE = 50;

/** The latest page of a channel with a million messages through ListMessages, against the bare query. */
export async function measureLatestPage({ url }: BenchDatabase): Promise<Measurement[]> {
  const channelId = createIds(systemClock).next("chn");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await fill(client, channelId);
  const list = openMessageList(url);
  const bareText = `select * from message.messages where channel_id = $1 and listed order by seq desc limit ${PAGE}`;
  const bare = () => client.query({ name: "bare", text: bareText, values: [channelId] });
  const [bareMs, pageMs] = await inTurn(bare, () => list.latestPage(channelId, PAGE));
  await Promise.all([client.end(), list.close()]);
  return [
    {
      what: "latest page of a channel with a million messages",
      figure: `p50 ${pageMs.toFixed(2)} ms`,
      comparedWith: `the bare query ${bareMs.toFixed(2)} ms: ${times(pageMs / bareMs)}`,
      goal: "≤ 2 ×",
      reached: pageMs <= 2 * bareMs,
    },
  ];
}

async function fill(client: pg.Client, channelId: string): Promise<void> {
  await client.query(
    `insert into message.messages (id, channel_id, seq, author_id, client_id, body, posted_at)
     select 'msg_' || lpad(n::text, 27, '0'), $1, n, 'usr_' || lpad((n % 50)::text, 27, '0'), 'fill-' || n,
       'A message of ordinary length, number ' || n || ', as people write it all day long.', now()
     from generate_series(1, $2::int) n`,
    [channelId, MESSAGES],
  );
  await client.query("insert into stream.heads (stream, head) values ($1, $2)", [channelId, MESSAGES]);
  await client.query("vacuum analyze message.messages");
}

/** Medians of both, measured alternately so that neither has the better moments. */
async function inTurn(a: () => Promise<unknown>, b: () => Promise<unknown>): Promise<[number, number]> {
  const samples: [number[], number[]] = [[], []];
  for (let n = 0; n < WARM_UP + ROUNDS; n++) {
    for (const [index, work] of [a, b].entries()) {
      const began = performance.now();
      await work();
      if (n >= WARM_UP) samples[index]?.push(performance.now() - began);
    }
  }
  return [percentile(samples[0], 0.5), percentile(samples[1], 0.5)];
}
