import { setTimeout as wait } from "node:timers/promises";
import { type BareServer, startBareServer } from "./bare-process.ts";
import { type Crowd, gatherCrowd } from "./crowd.ts";
import { type Measurement, perSecond, rate, times } from "./report.ts";
import { openSenders } from "./senders.ts";
import { type Stage, setStage } from "./stage.ts";

const SENDERS = 20;
const PEOPLE = 50;
const SOCKETS_EACH = 20;
const BURST = 200;
const STEADY = 300;
const CONVERSATION = 32;
const TEXT = "x".repeat(100);

/** Deliveries to 1,000 sockets, against a bare loop of `ws.send`; memory of idle connections beside it. */
export async function measureFanOut(): Promise<Measurement[]> {
  const bare = await startBareServer();
  const stage = await setStage(SENDERS + PEOPLE);
  const tokens = stage.tokens
    .slice(SENDERS)
    .flatMap((token) => Array.from({ length: SOCKETS_EACH }, () => token));

  // The first crowd of a process pays for what stays warm; only the next ones cost what a connection costs.
  for (const url of [bare.url, stage.url]) {
    const first = await gatherCrowd(url, tokens);
    first.close();
  }
  await settled();

  const bareBefore = await bare.memory();
  const bareCrowd = await gatherCrowd(bare.url, tokens);
  const bareEach = ((await bare.memory()) - bareBefore) / tokens.length;
  const bareRate = await loopRate(bare, bareCrowd);
  bareCrowd.close();
  bare.stop();

  const before = stage.memory();
  const crowd = await gatherCrowd(stage.url, tokens);
  await settled();
  const each = (stage.memory() - before) / tokens.length;
  const steady = await postingRate(stage, crowd, { messages: STEADY, atOnce: CONVERSATION });
  const burst = await postingRate(stage, crowd, { messages: BURST * 5, atOnce: BURST });
  crowd.close();
  await stage.stop();

  const loop = `a bare loop of ws.send ${perSecond(bareRate)}`;
  const kib = (bytes: number) => `${(bytes / 1024).toFixed(1)} KiB`;
  return [
    {
      what: `fan-out to ${tokens.length} sockets, ${CONVERSATION} people writing`,
      figure: perSecond(steady),
      comparedWith: `${loop}: ${times(steady / bareRate)}`,
      goal: "≥ 1 ×",
      reached: steady >= bareRate,
    },
    {
      what: `fan-out to ${tokens.length} sockets, bursts of ${BURST}`,
      figure: perSecond(burst),
      comparedWith: `${loop}: ${times(burst / bareRate)}`,
      goal: "≥ 4 ×",
      reached: burst >= 4 * bareRate,
    },
    {
      what: "memory of an idle connection",
      figure: kib(each),
      comparedWith: `a bare ws socket ${kib(bareEach)}: ${kib(each - bareEach)} more`,
      goal: "≤ 20 KiB more",
      reached: each - bareEach <= 20 * 1024,
    },
  ];
}

/** Lets what closed be collected and what opened come to rest. */
const settled = (): Promise<void> => wait(2_000);

/** One frame to every socket, again and again, as fast as the loop writes. */
async function loopRate(bare: BareServer, crowd: Crowd): Promise<number> {
  await round(crowd, "warm-up-", (mark) => bare.write(50, mark));
  const elapsed = await round(crowd, "bare-end-", (mark) => bare.write(STEADY, mark));
  return rate(STEADY * crowd.size, elapsed);
}

interface Load {
  readonly messages: number;
  /** How many are on their way at a time; the next is sent when one of them was acknowledged. */
  readonly atOnce: number;
}

async function postingRate(stage: Stage, crowd: Crowd, { messages, atOnce }: Load): Promise<number> {
  const senders = await openSenders(stage, SENDERS);
  const post = async (count: number, mark: string): Promise<void> => {
    let left = count - 1;
    const lane = async (): Promise<void> => {
      while (left-- > 0) await senders.send(crypto.randomUUID(), TEXT);
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
    await senders.send(crypto.randomUUID(), TEXT + mark);
  };
  await round(crowd, `warm-up-${atOnce}-`, (mark) => post(atOnce * 2, mark));
  const elapsed = await round(crowd, `posted-${atOnce}-`, (mark) => post(messages, mark));
  senders.close();
  return rate(messages * crowd.size, elapsed);
}

/** The time from the first write until the mark has reached every socket. */
async function round(crowd: Crowd, mark: string, begin: (mark: string) => unknown): Promise<number> {
  const all = crowd.saw(mark);
  const began = performance.now();
  const [seen] = await Promise.all([all, begin(mark)]);
  return Math.max(...seen) - began;
}
