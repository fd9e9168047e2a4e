/** What is done again and again; declared beside the context it serves. */
export interface Job {
  /** Context and verb, such as auth.forget-expired; under this name its runs are remembered. */
  readonly name: string;
  /** A cron pattern, in UTC. */
  readonly schedule: string;
  /** Of all processes one runs it for each tick, and not before the run of an earlier tick has ended. */
  run(): Promise<void>;
}

/** Runs ticks, each in one of all processes. */
export interface TickRunner {
  /** Runs the job for this tick, unless another process does or has; rejects with what the job rejects with. */
  runOnce(job: Job, dueAt: Date): Promise<"ran" | "elsewhere">;
}

/** One tick of a job, for an admin to look at. */
export interface JobRun {
  readonly job: string;
  readonly dueAt: Date;
  /** The process that ran it. */
  readonly ranBy: string;
  readonly beganAt: Date;
  /** Undefined while it runs, and where it ended with its process. */
  readonly endedAt: Date | undefined;
  readonly error: string | undefined;
  /** `lost`: it ended with its process, and nobody knows how far it came. */
  readonly state: "running" | "done" | "failed" | "lost";
}
