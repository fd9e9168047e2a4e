import { Counter, Gauge } from "prom-client";
import type { Metrics } from "../telemetry/metrics.ts";
import type { Job } from "./job.ts";

/** Told of a run by this process when it is over. */
export type JobOver = (job: string, outcome: "done" | "failed", seconds: number) => void;

/** Takes what this process runs into /metrics; the runs of all processes are in jobs.runs. */
export function measureJobs(metrics: Metrics, jobs: readonly Job[]): JobOver {
  const registers = [metrics];
  const runs = new Counter({
    name: "chatter_job_runs_total",
    help: "Runs of a job by this process that are over",
    labelNames: ["job", "outcome"],
    registers,
  });
  const lastEnd = new Gauge({
    name: "chatter_job_last_end_timestamp_seconds",
    help: "When this process last ended a run of a job",
    labelNames: ["job"],
    registers,
  });
  const lastDuration = new Gauge({
    name: "chatter_job_last_duration_seconds",
    help: "How long the last run of a job by this process took",
    labelNames: ["job"],
    registers,
  });
  for (const { name: job } of jobs) for (const outcome of ["done", "failed"]) runs.inc({ job, outcome }, 0);
  return (job, outcome, seconds) => {
    runs.inc({ job, outcome });
    lastEnd.setToCurrentTime({ job });
    lastDuration.set({ job }, seconds);
  };
}
