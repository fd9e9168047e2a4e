import type { BenchDatabase } from "./bench-database.ts";
import { EVERY_MINUTES, LONG, type ReadingStage, setReadingStage } from "./reading-stage.ts";
import { type Measurement, percentile } from "./report.ts";
import { measureScrolling } from "./scrolling.ts";
import { measureStarts, measureVisits } from "./visiting.ts";

const SOON_MS = 100;
const MINUTE_MS = 60_000;

/** Reading in a browser: from channel to channel, scrolling a long history, going to places in it, and starting. */
export async function measureReading(database: BenchDatabase): Promise<Measurement[]> {
  const stage = await setReadingStage(database);
  if (stage === undefined) {
    return [{ what: "reading in a browser", figure: "left out: no Chromium found; name one in CHROMIUM" }];
  }
  try {
    return [
      ...(await measureSwitching(stage)),
      ...(await measureScrolling(stage)),
      ...(await measureJumps(stage)),
      ...(await measureVisits(stage)),
      ...(await measureStarts(stage)),
    ];
  } finally {
    await stage.close();
  }
}

async function measureSwitching(stage: ReadingStage): Promise<Measurement[]> {
  const { shortIds } = stage;
  await stage.openLong();
  const first = await visitAll(stage);
  const again = await visitAll(stage);
  await stage.openLong();
  const kept = await visitAll(stage);
  return [
    told(`one of ${shortIds.length} channels opened for the first time`, first),
    { ...told("the same again", again), ...soon(again) },
    { ...told("the same after the page was loaded anew", kept), ...soon(kept) },
  ];
}

const told = (what: string, samples: readonly number[]): Measurement => ({
  what: `${what}, until its messages are painted`,
  figure: `p50 ${percentile(samples, 0.5).toFixed(0)} ms, p95 ${percentile(samples, 0.95).toFixed(0)} ms`,
});

const soon = (samples: readonly number[]) => ({
  goal: `p50 < ${SOON_MS} ms`,
  reached: percentile(samples, 0.5) < SOON_MS,
});

async function visitAll({ page, shortIds }: ReadingStage): Promise<readonly number[]> {
  const samples: number[] = [];
  for (const [n, id] of shortIds.entries()) {
    const link = JSON.stringify(`nav a[href^="/c/${id}"]`);
    samples.push(await page.evaluate<number>(`recorder.press(${link}, "in short-${n}:")`));
  }
  return samples;
}

/** To the oldest message, to a day in the midst and back to the latest. */
async function measureJumps(stage: ReadingStage): Promise<Measurement[]> {
  const { page } = stage;
  await stage.openLong();
  const noon = Date.now() - (LONG / 2) * EVERY_MINUTES * MINUTE_MS;
  const midst = new Date(noon);
  midst.setHours(0, 0, 0, 0);
  const since = Math.ceil((Date.now() - midst.getTime()) / (EVERY_MINUTES * MINUTE_MS));
  const oldest = await jumpToDay(stage, new Date(Date.now() - LONG * EVERY_MINUTES * MINUTE_MS), 1);
  const middle = await jumpToDay(stage, midst, LONG - since + 2);
  const last = `"No. ${LONG} in "`;
  const latest = await page.evaluate<number>(`recorder.press("main button", ${last}, "Jump to latest")`);
  return [
    {
      what: `from one end of ${LONG.toLocaleString("en")} messages to the other, until they are painted`,
      figure: `oldest ${oldest.toFixed(0)} ms, a day ${middle.toFixed(0)} ms, latest ${latest.toFixed(0)} ms`,
    },
  ];
}

async function jumpToDay({ page }: ReadingStage, day: Date, number: number): Promise<number> {
  await page.getByRole("main").getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Jump to a date" }).click();
  const two = (part: number): string => String(part).padStart(2, "0");
  const date = `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
  await page.locator("input[type=date]").fill(date);
  return page.evaluate<number>(`recorder.press("[role=dialog] [type=submit]", "No. ${number} in ")`);
}
