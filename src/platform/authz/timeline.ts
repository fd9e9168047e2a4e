/**
 * Milliseconds that never come twice, so that they tell both how long ago something was and which of two
 * things was first.
 */
export type Timeline = () => number;

const STEP_MS = 0.000_01;

export function createTimeline(now: () => number): Timeline {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    last = Math.max(now(), last + STEP_MS);
    return last;
  };
}
