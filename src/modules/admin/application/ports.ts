import type { JobRun } from "../../../platform/jobs/job.ts";
import type { Counts, WatchedEngine } from "../domain/overview.ts";

/** What the other contexts count. */
export interface Census {
  count(): Promise<Counts>;
}

/** What this installation is made of. */
export interface Installation {
  /** Of the program. */
  readonly version: string;
  readonly engines: readonly WatchedEngine[];
  /** Every job, by name and cron pattern in UTC. Known once all contexts were built. */
  jobs(): readonly DeclaredJob[];
  storage(): Promise<Storage>;
  /** How many sagas could neither end nor be taken back. */
  stuckRuns(): Promise<number>;
  backlog(): Promise<{ readonly pending: number; readonly parked: number; readonly oldestSeconds: number }>;
}

export interface DeclaredJob {
  readonly name: string;
  readonly schedule: string;
}

/** Of the database, in bytes on disk. */
export interface Storage {
  readonly total: bigint;
  /** By part of the program, the largest first. */
  readonly bySchema: readonly { readonly schema: string; readonly bytes: bigint }[];
}

/** What became of the runs of jobs. */
export interface Runs {
  /** The latest of each job that ran within 90 days. */
  latest(): Promise<ReadonlyMap<string, JobRun>>;
}
