import type { Progress } from "../background/progress.ts";

export interface Settling<Id extends string> {
  /** Those of these that are still under way. */
  findOpen(ids: readonly Id[]): Promise<readonly Id[]>;
  /** What moved in this process. */
  readonly progress: Progress<Id>;
}

// How soon is seen what another process has done.
const OTHER_PROCESSES_MS = 100;

/** Waits until none of these is under way; false if that took longer than the limit. */
export async function settled<Id extends string>(
  { findOpen, progress }: Settling<Id>,
  ids: readonly Id[],
  limitMs: number,
): Promise<boolean> {
  const end = performance.now() + limitMs;
  const watch = progress.watch();
  try {
    // What follows from one is visible before it counts as settled, so what was settled needs no second look.
    let open = ids;
    for (;;) {
      open = await findOpen(open);
      if (open.length === 0) return true;
      const left = end - performance.now();
      if (left <= 0) return false;
      await watch.next(open, Math.min(left, OTHER_PROCESSES_MS));
    }
  } finally {
    watch.end();
  }
}
