import pg from "pg";
import type { BenchDatabase } from "./bench-database.ts";
import { gatherCrowd } from "./crowd.ts";
import { atPace } from "./pace.ts";
import { type Measurement, percentile } from "./report.ts";
import { openSenders } from "./senders.ts";
import { setStage } from "./stage.ts";

// As few as may send so much: what they cost the machine is not the server's.
const SENDERS = 5;
const PEOPLE = 20;
const SOCKETS_EACH = 5;
const PER_SECOND = 200;
// Enough for a percentile, and little beside the rest.
const COMMITS_PER_SECOND = 100;
const PACE = { warmUpSeconds: 2, seconds: 8 };
const TIMES_A_COMMIT = 5;
const MARK = "paced-";
const mark = (n: number): string => MARK + String(n).padStart(6, "0");

/**
 * From sending to each of 100 sockets, at 200 messages a second, against bare commits in the same seconds: the
 * slowest of either are those for which the machine had no time, so both must have met the same machine.
 */
export async function measureDelivery({ url }: BenchDatabase): Promise<Measurement[]> {
  const stage = await setStage(SENDERS + PEOPLE);
  const sent = new Map<string, number>();
  const delays: number[] = [];
  const tokens = stage.tokens.slice(SENDERS);
  const crowd = await gatherCrowd(stage.url, Array.from({ length: SOCKETS_EACH }, () => tokens).flat());
  crowd.watch(MARK, mark(0).length, (seen) => {
    const began = sent.get(seen);
    if (began !== undefined) delays.push(performance.now() - began);
  });
  const senders = await openSenders(stage, SENDERS);
  const sending = atPace({ ...PACE, perSecond: PER_SECOND }, async (n, warm) => {
    if (warm) sent.set(mark(n), performance.now());
    await senders.send(`${n}`, mark(n).padEnd(100, "x"));
  });
  const [commits] = await Promise.all([commitLatencies(url), sending]);
  for (const clients of [crowd, senders]) clients.close();
  await stage.stop();

  const [p99, commitP99] = [percentile(delays, 0.99), percentile(commits, 0.99)];
  return [
    {
      what: `send to delivery, ${crowd.size} sockets, ${PER_SECOND} messages a second`,
      figure: `p50 ${percentile(delays, 0.5).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`,
      comparedWith: `a bare commit in the same seconds p99 ${commitP99.toFixed(1)} ms: ${(p99 / commitP99).toFixed(1)} ×`,
      goal: `< ${TIMES_A_COMMIT} ×`,
      reached: p99 < TIMES_A_COMMIT * commitP99,
    },
  ];
}

async function commitLatencies(url: string): Promise<number[]> {
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  await pool.query("create table bare_commits (id bigint generated always as identity, body text)");
  const text = "insert into bare_commits (body) values ($1)";
  const latencies: number[] = [];
  await atPace({ ...PACE, perSecond: COMMITS_PER_SECOND }, async (_n, warm) => {
    const began = performance.now();
    await pool.query({ name: "bare", text, values: ["x".repeat(100)] });
    if (warm) latencies.push(performance.now() - began);
  });
  await pool.end();
  return latencies;
}
