import { Cron } from "croner";
import type { Job } from "./job.ts";

/** When a job is due next after this moment; undefined where its pattern names no moment any more. */
export function nextTick({ schedule }: Pick<Job, "schedule">, after: Date): Date | undefined {
  return new Cron(schedule, { timezone: "UTC", paused: true }).nextRun(after) ?? undefined;
}
