import { Gauge, Histogram } from "prom-client";
import type { Metrics } from "../telemetry/metrics.ts";
import { inSpan, pointTo, spanHere } from "../telemetry/tracing.ts";
import type { GroupCommitMeter } from "./group-commit.ts";

/** Measures the group commit of this name for /metrics and in traces; there is one of each name in a process. */
export function meterGroupCommit(metrics: Metrics, name: string): GroupCommitMeter {
  const registers = [metrics];
  const flushed = new Histogram({
    name: `chatter_${name}_commit_seconds`,
    help: "How long the commit of one group took",
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  });
  const size = new Histogram({
    name: `chatter_${name}_commit_items`,
    help: "How many were committed in one group",
    buckets: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000],
    registers,
  });
  // Who waited goes on before the next group can be done, so it is theirs.
  let lastGroup: ReturnType<typeof spanHere>;
  return {
    watch(count) {
      const waiting: Gauge = new Gauge({
        name: `chatter_${name}_commit_waiting`,
        help: "How many wait for the next group",
        registers: [],
        collect: () => waiting.set(count()),
      });
      metrics.registerMetric(waiting);
    },
    async flush(items, work) {
      size.observe(items);
      const over = flushed.startTimer();
      let group: typeof lastGroup;
      try {
        return await inSpan(`commit ${name}`, { attributes: { "chatter.items": items } }, () => {
          group = spanHere();
          return work();
        });
      } finally {
        lastGroup = group;
        over();
      }
    },
    wait: (result) =>
      inSpan(`wait for ${name}`, {}, async () => {
        try {
          return await result;
        } finally {
          pointTo(lastGroup);
        }
      }),
  };
}
