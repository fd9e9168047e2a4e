import { LONG, type ReadingStage } from "./reading-stage.ts";
import { type Measurement, percentile, times } from "./report.ts";

/** As far as more messages go than are kept in memory, so that the far ones are let go on the way. */
const SCROLLED_PX = 150_000;
const PX_PER_SECOND = 8_000;
/** A frame that took longer than one and a half of a display's was late. */
const LATE_MS = 25;
const STEPS = 150;
const STEP_PX = 200;

/** Scrolling up through a long history, against a page of the same machine that is there already. */
export async function measureScrolling(stage: ReadingStage): Promise<Measurement[]> {
  const bare = await scrollBarePage(stage);
  await stage.openLong();
  const before = await heapMegabytes(stage);
  const { frames, workMs } = await scroll(stage);
  const after = await heapMegabytes(stage);
  const jump = await largestJump(stage);
  const [p95, bareP95] = [percentile(frames, 0.95), percentile(bare.frames, 0.95)];
  return [
    {
      what: `frames while scrolling up in ${LONG.toLocaleString("en")} messages`,
      figure: `p95 ${p95.toFixed(1)} ms, ${lateShare(frames)} late`,
      comparedWith: `plain lines p95 ${bareP95.toFixed(1)} ms, ${lateShare(bare.frames)} late: ${times(p95 / bareP95)}`,
      goal: "≤ 2 ×",
      reached: p95 <= 2 * bareP95,
    },
    {
      what: "the same, work of the page's thread for a screen of messages",
      figure: `${(workMs / screens).toFixed(1)} ms`,
      comparedWith: `plain lines ${(bare.workMs / screens).toFixed(1)} ms`,
    },
    {
      what: "the same, memory of the page",
      figure: `${before.toFixed(1)} MB before, ${after.toFixed(1)} MB after`,
    },
    {
      what: `the same in ${STEPS} steps: how far a message was moved by anything but the wheel`,
      figure: `${jump.toFixed(1)} px`,
      goal: "≤ 1 px",
      reached: jump <= 1,
    },
  ];
}

const screens = SCROLLED_PX / 700;

const lateShare = (frames: readonly number[]): string =>
  `${((100 * frames.filter((ms) => ms > LATE_MS).length) / frames.length).toFixed(1)} %`;

/** What the machine can do. */
async function scrollBarePage(stage: ReadingStage) {
  const lines = Array.from({ length: 8_000 }, (_, n) => `<p>Line ${n}</p>`).join("");
  await stage.page.setContent(`<main style="height: 100vh; overflow: auto">${lines}</main>`);
  await stage.page.evaluate("document.querySelector('main').scrollTop = 1e9");
  return scroll(stage);
}

async function scroll(stage: ReadingStage) {
  const { page, devtools } = stage;
  const before = await threadSeconds(stage);
  await page.evaluate("recorder.start()");
  await devtools.send("Input.synthesizeScrollGesture", {
    x: 760,
    y: 400,
    yDistance: SCROLLED_PX,
    speed: PX_PER_SECOND,
    gestureSourceType: "mouse",
  });
  const frames = await page.evaluate<number[]>("recorder.stop()");
  return { frames, workMs: 1000 * ((await threadSeconds(stage)) - before) };
}

/** How long the page's thread has worked, others of the machine left out. */
async function threadSeconds({ devtools }: ReadingStage): Promise<number> {
  const { metrics } = await devtools.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN;
}

async function heapMegabytes({ page, devtools }: ReadingStage): Promise<number> {
  await devtools.send("HeapProfiler.collectGarbage");
  return (await page.evaluate<number>("performance.memory.usedJSHeapSize")) / 1e6;
}

/** Turns the wheel by steps and compares where messages stand with where the wheel has put them. */
async function largestJump({ page }: ReadingStage): Promise<number> {
  await page.mouse.move(760, 400);
  let largest = 0;
  let before = await page.evaluate<Tops>("recorder.restingTops()");
  for (let step = 0; step < STEPS; step++) {
    await page.mouse.wheel(0, -STEP_PX);
    const after = await page.evaluate<Tops>("recorder.restingTops()");
    const moves = Object.keys(after).flatMap((key) => (key in before ? offBy(before, after, key) : []));
    largest = Math.max(largest, ...moves);
    before = after;
  }
  return largest;
}

type Tops = Readonly<Record<string, number>>;

const offBy = (before: Tops, after: Tops, key: string): number =>
  Math.abs((after[key] ?? 0) - (before[key] ?? 0) - STEP_PX);
