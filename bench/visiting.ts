import { DEEP, type ReadingStage } from "./reading-stage.ts";
import { type Measurement, percentile } from "./report.ts";

const MOST_MB = 150;
const STARTS = 7;
const SOON_MS = 1_000;
/** In each channel so many pages of older messages are scrolled through. */
const SCROLLED_PX = 12_000;

/** What the page holds in memory after a day of going round. */
export async function measureVisits(stage: ReadingStage): Promise<Measurement[]> {
  const { page, devtools, deepIds } = stage;
  await stage.openLong();
  for (const [n, id] of deepIds.entries()) {
    const link = JSON.stringify(`nav a[href^="/c/${id}"]`);
    await page.evaluate(`recorder.press(${link}, "in deep-${n}:")`);
    await devtools.send("Input.synthesizeScrollGesture", {
      x: 760,
      y: 400,
      yDistance: SCROLLED_PX,
      speed: 4 * SCROLLED_PX,
      gestureSourceType: "mouse",
    });
  }
  await devtools.send("HeapProfiler.collectGarbage");
  const heap = (await page.evaluate<number>("performance.memory.usedJSHeapSize")) / 1e6;
  return [
    {
      what: `memory of the page after ${deepIds.length} channels of ${DEEP.toLocaleString("en")} messages`,
      figure: `${heap.toFixed(1)} MB`,
      goal: `< ${MOST_MB} MB`,
      reached: heap < MOST_MB,
    },
  ];
}

/** From opening the client until messages are painted that only the device has: there is no network. */
export async function measureStarts(stage: ReadingStage): Promise<Measurement[]> {
  const { page } = stage;
  await stage.openLong();
  await page.evaluate("navigator.serviceWorker.ready");
  // The worker takes over the pages that are opened after it.
  await stage.openLong();
  await page.evaluate("recorder.kept()");
  await page.context().setOffline(true);
  const samples: number[] = [];
  for (let start = 0; start < STARTS; start++) {
    await page.reload({ waitUntil: "commit" });
    samples.push(await page.evaluate<number>('recorder.readable("No. ")'));
  }
  await page.context().setOffline(false);
  const p50 = percentile(samples, 0.5);
  return [
    {
      what: "the client opened without a network, until the messages of a channel are painted",
      figure: `p50 ${p50.toFixed(0)} ms, worst ${Math.max(...samples).toFixed(0)} ms`,
      goal: `p50 < ${SOON_MS} ms`,
      reached: p50 < SOON_MS,
    },
  ];
}
