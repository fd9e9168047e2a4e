import { collectDefaultMetrics, Registry } from "prom-client";

/**
 * Where gauges, counters and histograms are registered (the classes of prom-client, with
 * `registers: [metrics]`); `/metrics` prints them all.
 */
export type Metrics = Registry;

/** A registry of its own, which already measures the process: memory, CPU, garbage, event loop lag. */
export function createMetrics(): Metrics {
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });
  return metrics;
}
