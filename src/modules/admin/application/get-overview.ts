import type { Counts, EngineState, WatchedEngine } from "../domain/overview.ts";
import type { Census, Installation, Runs, Storage } from "./ports.ts";

export interface Overview {
  readonly version: string;
  readonly counts: Counts;
  readonly storage: Storage;
  readonly engines: readonly EngineState[];
  readonly backlog: Awaited<ReturnType<Installation["backlog"]>>;
  /** The jobs whose latest run failed or was lost. */
  readonly troubledJobs: readonly string[];
  readonly stuckRuns: number;
}

interface OverviewNeeds {
  readonly census: Census;
  readonly installation: Installation;
  readonly runs: Runs;
}

/** How the installation is now. */
export async function getOverview({ census, installation, runs }: OverviewNeeds): Promise<Overview> {
  const [counts, storage, engines, backlog, stuckRuns, latest] = await Promise.all([
    census.count(),
    installation.storage(),
    Promise.all(installation.engines.map(stateOf)),
    installation.backlog(),
    installation.stuckRuns(),
    runs.latest(),
  ]);
  const troubledJobs = installation
    .jobs()
    .map(({ name }) => name)
    .filter((name) => ["failed", "lost"].includes(latest.get(name)?.state ?? ""));
  const { version } = installation;
  return { version, counts, storage, engines, backlog, troubledJobs, stuckRuns };
}

const CHECK_MS = 2_000;

/** An engine that does not answer in time counts as down; why is in the log of whoever uses it. */
async function stateOf({ task, product, embedded, check }: WatchedEngine): Promise<EngineState> {
  const engine = { task, product, embedded };
  if (check === undefined) return { ...engine, version: undefined, health: "unknown" };
  try {
    return { ...engine, version: await inTime(check()), health: "up" };
  } catch {
    return { ...engine, version: undefined, health: "down" };
  }
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("too late")), CHECK_MS);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
