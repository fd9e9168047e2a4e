import { setTimeout as wait } from "node:timers/promises";

export interface Pace {
  readonly perSecond: number;
  /** Code that runs for the first times is slower; what counts is a server that has been running. */
  readonly warmUpSeconds: number;
  /** After that; or as long as something else takes. */
  readonly seconds: number | Promise<unknown>;
}

/** Begins one piece of work after the other at the pace, whether or not those before are done. */
export async function atPace(
  { perSecond, warmUpSeconds, seconds }: Pace,
  work: (n: number, warm: boolean) => Promise<void>,
): Promise<void> {
  const over = new AbortController();
  if (typeof seconds !== "number") void seconds.finally(() => over.abort());
  const last = typeof seconds === "number" ? perSecond * (warmUpSeconds + seconds) : Number.POSITIVE_INFINITY;
  const began = performance.now();
  const running: Promise<void>[] = [];
  for (let n = 0; n < last && !over.signal.aborted; n++) {
    const early = began + (n * 1000) / perSecond - performance.now();
    if (early > 0) await wait(early);
    running.push(work(n, n >= perSecond * warmUpSeconds));
  }
  await Promise.all(running);
}
