import { endOf, type Run, slice } from "./stream.ts";

/**
 * The one rule by which entries are taken, here and in every client: what comes next is taken, what was
 * taken before is dropped, and what comes too early tells that something between was lost.
 */
export function take(next: number, run: Run): Run | "known" | "gap" {
  if (endOf(run) <= next) return "known";
  if (run.first > next) return "gap";
  return slice(run, next);
}
