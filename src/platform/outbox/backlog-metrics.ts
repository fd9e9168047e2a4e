import type { BaseLogger } from "pino";
import { Gauge } from "prom-client";
import { askedOnce } from "../telemetry/asked-once.ts";
import type { Metrics } from "../telemetry/metrics.ts";
import type { OutboxStore } from "./outbox-store.ts";

export interface BacklogDeps {
  readonly store: Pick<OutboxStore, "backlog">;
  readonly log: Pick<BaseLogger, "warn">;
}

/**
 * Takes what waits in the outbox, of all processes, into /metrics. It is in the database: while that does not
 * answer within two seconds nothing is told of it, and everything else still is.
 */
export function measureBacklog(metrics: Metrics, { store, log }: BacklogDeps): void {
  const ask = askedOnce(
    () => store.backlog(),
    (error) => log.warn({ err: error }, "the outbox could not be measured"),
  );
  const deliveries: Gauge<"state"> = new Gauge({
    name: "chatter_outbox_deliveries",
    help: "Deliveries of events that are pending, and those that were parked for an operator",
    labelNames: ["state"],
    registers: [],
    async collect() {
      const backlog = await ask();
      deliveries.set({ state: "pending" }, backlog?.pending ?? Number.NaN);
      deliveries.set({ state: "parked" }, backlog?.parked ?? Number.NaN);
    },
  });
  const oldest: Gauge = new Gauge({
    name: "chatter_outbox_oldest_seconds",
    help: "How long ago the oldest event occurred whose delivery is pending; 0 where none is",
    registers: [],
    collect: async () => oldest.set((await ask())?.oldestSeconds ?? Number.NaN),
  });
  for (const gauge of [deliveries, oldest]) metrics.registerMetric(gauge);
}
