import type { BaseLogger } from "pino";
import { growingPause } from "../../background/growing-pause.ts";
import { createProgress } from "../../background/progress.ts";
import { createPump, type Pump } from "../../background/pump.ts";
import { Setback } from "../../background/setback.ts";
import { settled } from "../../outbox/settling.ts";
import type { Database } from "../../postgres/database.ts";
import type { Metrics } from "../../telemetry/metrics.ts";
import { inSpan } from "../../telemetry/tracing.ts";
import type { BoundSaga, WorkflowEngine } from "../workflows.ts";
import { perform } from "./perform.ts";
import { measureRuns } from "./run-metrics.ts";
import { type ClaimedRun, LostRun, RunStore } from "./run-store.ts";

export interface EmbeddedWorkflowsOptions {
  /** That of the role chatter_workflow. */
  readonly database: Database<unknown>;
  readonly log: Pick<BaseLogger, "info" | "warn" | "error">;
  readonly policy?: Partial<WorkflowPolicy>;
  /** Absent: nothing is measured. */
  readonly measuring?: Measuring;
}

/** What is measured of runs, and where. */
export interface Measuring {
  readonly metrics: Metrics;
  /** The names of all sagas. */
  readonly sagas: readonly string[];
}

export interface WorkflowPolicy {
  /** For so long a run belongs to a process that gives no sign of life. */
  readonly leaseMs: number;
  /** How soon is found what is due and what another process left. */
  readonly pollMs: number;
  /** The pause after so many failures of a step in a row, from 1. */
  retryMs(failures: number): number;
  /** Runs that a process goes on with at once. */
  readonly atOnce: number;
}

const LONGEST_LOOK_MS = 5_000;

const defaultPolicy: WorkflowPolicy = {
  leaseMs: 15_000,
  pollMs: 1_000,
  retryMs: growingPause({ firstMs: 1_000, factor: 3, longestMs: 300_000 }),
  atOnce: 4,
};

/** Runs sagas on PostgreSQL alone. Any number of processes may take part: each run is one's at a time. */
export function createEmbeddedWorkflows(options: EmbeddedWorkflowsOptions): WorkflowEngine {
  const store = new RunStore(options.database);
  if (options.measuring) measureRuns(options.measuring.metrics, { ...options, ...options.measuring, store });
  const worker = new Worker(store, options.log, { ...defaultPolicy, ...options.policy });
  return {
    async start(saga, id, input) {
      await store.start(id, saga.name, input);
      worker.wake();
    },
    async work(sagas) {
      worker.begin(sagas);
    },
    settled: (id, limitMs) =>
      settled({ findOpen: (ids) => store.findOpen(ids), progress: worker.progress }, [id], limitMs),
    stop: () => worker.stop(),
    forgetOld: () => store.forgetOld(),
  };
}

class Worker {
  /** Of runs that this process has let go of. */
  readonly progress = createProgress<string>();
  readonly #store: RunStore;
  readonly #log: Pick<BaseLogger, "info" | "warn" | "error">;
  readonly #policy: WorkflowPolicy;
  readonly #underWay = new Set<Promise<void>>();
  readonly #setback: Setback;
  #sagas: ReadonlyMap<string, BoundSaga> = new Map();
  readonly #stopping = new AbortController();
  #pump: Pump | undefined;

  constructor(store: RunStore, log: Pick<BaseLogger, "info" | "warn" | "error">, policy: WorkflowPolicy) {
    this.#store = store;
    this.#log = log;
    this.#policy = policy;
    this.#setback = new Setback({
      log,
      begun: "could not look for sagas to go on with; trying again",
      over: "sagas go on",
      pauseMs: growingPause({ firstMs: policy.pollMs, factor: 2, longestMs: LONGEST_LOOK_MS }),
    });
  }

  begin(sagas: readonly BoundSaga[]): void {
    this.#sagas = new Map(sagas.map((bound) => [bound.saga.name, bound]));
    this.#pump = createPump(() => this.#takeWhatIsDue());
    this.#pump.wake();
  }

  wake(): void {
    this.#pump?.wake();
  }

  /** Steps under way are done; then runs are given back, so that nobody has to wait for a lease to end. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#pump?.stop();
    await Promise.all(this.#underWay);
  }

  async #takeWhatIsDue(): Promise<void> {
    const { atOnce, leaseMs, pollMs } = this.#policy;
    const free = atOnce - this.#underWay.size;
    try {
      const runs = free > 0 ? await this.#store.claim([...this.#sagas.keys()], free, leaseMs) : [];
      for (const run of runs) this.#goOn(run);
      this.#setback.succeeded();
      this.#pump?.wakeWithin(pollMs);
    } catch (error) {
      this.#pump?.wakeWithin(this.#setback.failed(error));
    }
  }

  #goOn(run: ClaimedRun): void {
    const done = this.#hold(run).finally(() => {
      this.#underWay.delete(done);
      this.progress.report([run.id]);
      this.wake();
    });
    this.#underWay.add(done);
  }

  /** Goes on with a run for as long as it is this process's. Never rejects. */
  async #hold(run: ClaimedRun): Promise<void> {
    const { leaseMs } = this.#policy;
    const renewing = setInterval(() => {
      this.#store.renew(run, leaseMs).catch((error: unknown) => this.#tell(run, error));
    }, leaseMs / 3);
    try {
      // Days may lie between: a trace of its own each time it goes on, which points to what started it.
      const follows = run.startedBy ?? undefined;
      await inSpan(`saga ${run.saga}`, { follows }, () => this.#once(run));
    } catch (error) {
      this.#tell(run, error);
    } finally {
      clearInterval(renewing);
    }
  }

  async #once(run: ClaimedRun): Promise<void> {
    const bound = this.#sagas.get(run.saga);
    if (bound === undefined) return;
    const performance = await perform(this.#store, run, { bound, stopping: this.#stopping.signal });
    if (performance.kind === "stopped") await this.#store.release(run);
    else if (performance.kind === "ended") {
      const { outcome: state, error } = performance;
      await this.#store.end(run, { state, ...(error !== undefined && { error }) });
      if (state === "stuck") this.#log.error({ ...facts(run), error }, "saga stuck: its undoing was refused");
    } else if (performance.kind === "failed") {
      if (performance.error instanceof LostRun) throw performance.error;
      const retryInMs = this.#policy.retryMs(run.failures + 1);
      this.#log.warn({ ...facts(run), err: performance.error, retryInMs }, "step of a saga failed");
      await this.#store.retryIn(run, retryInMs, String(performance.error));
    }
  }

  /** The lease ends by itself, and somebody goes on. */
  #tell(run: ClaimedRun, error: unknown): void {
    if (error instanceof LostRun) return;
    this.#log.warn({ ...facts(run), err: error }, "lost hold of a saga; it will be taken up again");
  }
}

const facts = ({ id, saga, failures }: ClaimedRun) => ({ run: id, saga, failures });
