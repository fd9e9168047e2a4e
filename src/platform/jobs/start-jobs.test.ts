import { describe, expect, it, vi } from "vitest";
import type { JobRuns } from "./job-runs.ts";
import { startJobs } from "./start-jobs.ts";

const log = { error: vi.fn<() => void>() };
const job = { name: "count", schedule: "* * * * * *", run: async () => {} };
const runsThat = (runOnce: (name: string, dueAt: Date) => Promise<"ran">): JobRuns =>
  ({ runOnce: (each: typeof job, dueAt: Date) => runOnce(each.name, dueAt) }) as unknown as JobRuns;

describe("jobs", () => {
  it("are due at the moments that their pattern names, however late the timer is", async () => {
    const { promise, resolve } = Promise.withResolvers<[string, Date]>();
    const stop = startJobs(
      [job],
      runsThat(async (...due) => {
        resolve(due);
        return "ran";
      }),
      log,
    );
    const [name, dueAt] = await promise;
    await stop();
    expect(name).toBe("count");
    expect(dueAt.getMilliseconds()).toBe(0);
    expect(Math.abs(Date.now() - dueAt.getTime())).toBeLessThan(2_000);
  });

  it("that run are waited for, and one that fails is logged", async () => {
    const begun = Promise.withResolvers<void>();
    const work = Promise.withResolvers<"ran">();
    const stop = startJobs(
      [job],
      runsThat(() => {
        begun.resolve();
        return work.promise;
      }),
      log,
    );
    await begun.promise;
    const stopped = stop();
    work.reject(new Error("broken"));
    await stopped;
    expect(log.error).toHaveBeenCalledExactlyOnceWith(
      { err: new Error("broken"), job: "count" },
      "a job failed",
    );
  });
});
