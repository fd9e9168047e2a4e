import { Cron } from "croner";
import type { Log } from "../log/log.ts";
import type { Metrics } from "../telemetry/metrics.ts";
import type { Job, TickRunner } from "./job.ts";
import { measureJobs } from "./job-metrics.ts";

export interface StartJobsOptions {
  readonly log: Pick<Log, "error">;
  readonly metrics: Metrics;
}

/** Starts the jobs; answers what stops them and waits for those that run. */
export function startJobs(
  jobs: readonly Job[],
  runs: TickRunner,
  { log, metrics }: StartJobsOptions,
): () => Promise<void> {
  const over = measureJobs(metrics, jobs);
  const running = new Set<Promise<void>>();
  const crons = jobs.map((job) => {
    const tick = async (cron: Cron): Promise<void> => {
      const began = performance.now();
      const seconds = () => (performance.now() - began) / 1000;
      const work = runs.runOnce(job, dueAtOf(cron)).then(
        (where) => {
          if (where === "ran") over(job.name, "done", seconds());
        },
        (error: unknown) => {
          over(job.name, "failed", seconds());
          log.error({ err: error, job: job.name }, "a job failed");
        },
      );
      running.add(work);
      await work;
      running.delete(work);
    };
    return new Cron(job.schedule, { timezone: "UTC", protect: true }, tick);
  });
  return async () => {
    for (const cron of crons) cron.stop();
    await Promise.all(running);
  };
}

/** The moment that the pattern names: processes whose timers and clocks differ agree on it. */
function dueAtOf(cron: Cron): Date {
  const began = cron.currentRun() ?? new Date();
  const [due = began] = cron.previousRuns(1, began);
  return due;
}
