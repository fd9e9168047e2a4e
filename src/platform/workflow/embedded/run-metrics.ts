import type { BaseLogger } from "pino";
import { Gauge } from "prom-client";
import { askedOnce } from "../../telemetry/asked-once.ts";
import type { Metrics } from "../../telemetry/metrics.ts";
import type { OpenRuns, RunStore } from "./run-store.ts";

export interface RunMetricsDeps {
  readonly store: Pick<RunStore, "countOpen">;
  readonly log: Pick<BaseLogger, "warn">;
  /** The names of all sagas: of each something is told, also while none is under way. */
  readonly sagas: readonly string[];
}

const STATES = ["pending", "sleeping", "failing", "stuck"] as const;

/** Takes the runs of sagas that are under way in the database, whichever process has them, into /metrics. */
export function measureRuns(metrics: Metrics, { store, log, sagas }: RunMetricsDeps): void {
  const ask = askedOnce(
    () => store.countOpen(),
    (error) => log.warn({ err: error }, "the runs of sagas could not be measured"),
  );
  const none: Omit<OpenRuns, "saga"> = { pending: 0, sleeping: 0, failing: 0, stuck: 0, oldestSeconds: 0 };
  const told = async (): Promise<readonly OpenRuns[] | undefined> => {
    const open = await ask();
    const names = new Set([...sagas, ...(open ?? []).map(({ saga }) => saga)]);
    return open && [...names].map((saga) => open.find((one) => one.saga === saga) ?? { saga, ...none });
  };
  const runs: Gauge<"saga" | "state"> = new Gauge({
    name: "chatter_saga_runs",
    help: "Sagas that are under way: to be gone on with, asleep, to try a failed step again, or stuck for an operator",
    labelNames: ["saga", "state"],
    registers: [],
    async collect() {
      runs.reset();
      for (const open of (await told()) ?? []) {
        for (const state of STATES) runs.set({ saga: open.saga, state }, open[state]);
      }
    },
  });
  const oldest: Gauge<"saga"> = new Gauge({
    name: "chatter_saga_oldest_seconds",
    help: "How long ago the oldest saga began that is under way and not stuck; 0 where none is",
    labelNames: ["saga"],
    registers: [],
    async collect() {
      oldest.reset();
      for (const { saga, oldestSeconds } of (await told()) ?? []) oldest.set({ saga }, oldestSeconds);
    },
  });
  for (const gauge of [runs, oldest]) metrics.registerMetric(gauge);
}
