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

/** In bytes on disk. */
export interface Storage {
  /** Of the database. */
  readonly total: bigint;
  /** By part of the program, the largest first. */
  readonly bySchema: readonly { readonly schema: string; readonly bytes: bigint }[];
  /** The largest, the largest first; how many rows they have is an estimate. */
  readonly tables: readonly {
    readonly name: string;
    readonly bytes: bigint;
    readonly rows: bigint | undefined;
  }[];
  /** Of the data folder, on the server that is asked. */
  readonly disk: { readonly free: bigint; readonly total: bigint };
  /** In the data folder of the server that is asked. */
  readonly backups: { readonly files: number; readonly bytes: bigint };
}

/** What became of the runs of jobs. */
export interface Runs {
  /** The latest of each job that ran within 90 days. */
  latest(): Promise<ReadonlyMap<string, JobRun>>;
}
