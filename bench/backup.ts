import { spawn } from "node:child_process";
import { once } from "node:events";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { startOrJoinEmbeddedPostgres } from "../src/platform/postgres/embedded/index.ts";
import { atPace, type Pace } from "./pace.ts";
import { type Measurement, percentile, times } from "./report.ts";
import { openSenders, type Senders } from "./senders.ts";
import { type Stage, setStage } from "./stage.ts";

const MESSAGES = 1_000_000;
const SENDERS = 5;
const PER_SECOND = 200;
const BEFORE: Pace = { perSecond: PER_SECOND, warmUpSeconds: 2, seconds: 10 };
const LONGEST_SECONDS = 60;
const TIMES_BEFORE = 1.2;

/** A backup of a million messages by the command, while people send; and what that does to their sends. */
export async function measureBackup(): Promise<Measurement[]> {
  const stage = await setStage(SENDERS);
  await fill(stage);
  const senders = await openSenders(stage, SENDERS);
  const before = await latencies(senders, "before", BEFORE);
  const file = join(stage.dataDir, "bench.tar.zst");
  const began = performance.now();
  const making = makeBackup(stage, file);
  const during = await latencies(senders, "during", { ...BEFORE, warmUpSeconds: 0, seconds: making });
  await making;
  const seconds = (performance.now() - began) / 1000;
  const { size } = await stat(file);
  senders.close();
  await stage.stop();

  const [then, p99] = [percentile(before, 0.99), percentile(during, 0.99)];
  return [
    {
      what: "backup of a million messages while people send",
      figure: `${seconds.toFixed(1)} s, ${(size / 1024 / 1024).toFixed(0)} MiB`,
      comparedWith: "",
      goal: `< ${LONGEST_SECONDS} s`,
      reached: seconds < LONGEST_SECONDS,
    },
    {
      what: "a send meanwhile, until it is acknowledged",
      figure: `p50 ${percentile(during, 0.5).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`,
      comparedWith: `before p50 ${percentile(before, 0.5).toFixed(1)} ms, p99 ${then.toFixed(1)} ms: ${times(p99 / then)}`,
      goal: `≤ ${TIMES_BEFORE} ×`,
      reached: p99 <= TIMES_BEFORE * then,
    },
  ];
}

async function latencies(senders: Senders, name: string, pace: Pace): Promise<number[]> {
  const found: number[] = [];
  await atPace(pace, async (n, warm) => {
    const began = performance.now();
    await senders.send(`${name}-${n}`, "x".repeat(100));
    if (warm) found.push(performance.now() - began);
  });
  return found;
}

async function makeBackup({ dataDir }: Stage, file: string): Promise<void> {
  const env = { ...process.env, DATA_DIR: dataDir };
  const child = spawn(process.execPath, ["cmd/ctl.ts", "backup", file], { env, stdio: "ignore" });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`the backup failed (${String(code)})`);
}

/** In another channel than the one where people send. */
async function fill({ dataDir }: Stage): Promise<void> {
  const postgres = await startOrJoinEmbeddedPostgres({ dataDir: join(dataDir, "postgres") });
  const client = new pg.Client({ connectionString: postgres.url() });
  await client.connect();
  await client.query(
    `insert into message.messages (id, channel_id, seq, author_id, client_id, body, posted_at)
     select 'msg_' || lpad(n::text, 27, '0'), 'chn_' || lpad('', 27, '0'), n, 'usr_' || lpad((n % 50)::text, 27, '0'),
       'fill-' || n, 'A message of ordinary length, number ' || n || ', as people write it all day long.', now()
     from generate_series(1, $1::int) n`,
    [MESSAGES],
  );
  await client.query(
    `insert into stream.entries (stream, seq, entry)
     select channel_id, seq, convert_to(id || author_id || body, 'UTF8') from message.messages where client_id like 'fill-%'`,
  );
  await client.query("checkpoint");
  await client.end();
}
