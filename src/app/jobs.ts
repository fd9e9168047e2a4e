import { Cron } from "croner";
import type { Log } from "../platform/log/log.ts";

/** What is done again and again; declared beside the context it serves. */
export interface Job {
  readonly name: string;
  /** A cron pattern, in UTC. */
  readonly schedule: string;
  run(): Promise<void>;
}

/** Starts the jobs; answers what stops them and waits for those that run. One that is late does not overlap. */
export function startJobs(jobs: readonly Job[], log: Log): () => Promise<void> {
  const running = new Set<Promise<void>>();
  const crons = jobs.map(({ name, schedule, run }) => {
    const once = async (): Promise<void> => {
      const work = run().catch((error: unknown) => log.error({ err: error, job: name }, "a job failed"));
      running.add(work);
      await work;
      running.delete(work);
    };
    return new Cron(schedule, { timezone: "UTC", protect: true }, once);
  });
  return async () => {
    for (const cron of crons) cron.stop();
    await Promise.all(running);
  };
}
