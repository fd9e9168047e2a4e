import { beforeEach, describe, expect, it, vi } from "vitest";
import { createMetrics } from "../telemetry/metrics.ts";
import type { TickRunner } from "./job.ts";
import { startJobs } from "./start-jobs.ts";

const log = { error: vi.fn<() => void>() };
let metrics = createMetrics();
beforeEach(() => {
  metrics = createMetrics();
});
const job = { name: "count", schedule: "* * * * * *", run: async () => {} };
const runsThat = (runOnce: (name: string, dueAt: Date) => Promise<"ran">): TickRunner => ({
  runOnce: (each, dueAt) => runOnce(each.name, dueAt),
});

describe("jobs", () => {
  it("are due at the moments that their pattern names, however late the timer is", async () => {
    const { promise, resolve } = Promise.withResolvers<[string, Date]>();
    const stop = startJobs(
      [job],
      runsThat(async (...due) => {
        resolve(due);
        return "ran";
      }),
      { log, metrics },
    );
    const [name, dueAt] = await promise;
    await stop();
    expect(name).toBe("count");
    expect(dueAt.getMilliseconds()).toBe(0);
    expect(Math.abs(Date.now() - dueAt.getTime())).toBeLessThan(20_000);
  });

  it("that run are waited for, and one that fails is logged and counted", async () => {
    const begun = Promise.withResolvers<void>();
    const work = Promise.withResolvers<"ran">();
    const stop = startJobs(
      [job],
      runsThat(() => {
        begun.resolve();
        return work.promise;
      }),
      { log, metrics },
    );
    await begun.promise;
    const stopped = stop();
    work.reject(new Error("broken"));
    await stopped;
    expect(log.error).toHaveBeenCalledExactlyOnceWith(
      { err: new Error("broken"), job: "count" },
      "a job failed",
    );
    const printed = await metrics.metrics();
    expect(printed).toContain('chatter_job_runs_total{job="count",outcome="failed"} 1');
    expect(printed).toMatch(/chatter_job_last_end_timestamp_seconds\{job="count"\} 1\d{9}/);
  });
});
