import { Counter } from "prom-client";
import type { Metrics } from "../telemetry/metrics.ts";

/** How often what was asked for was in memory, and how often not. Plain numbers: counted several times a question. */
export interface Lookups {
  hits: number;
  misses: number;
}

export const noLookups = (): Lookups => ({ hits: 0, misses: 0 });

/** Takes what is looked up in memory into /metrics: facts of our own evaluator, answers of SpiceDB. */
export function measureLookups(metrics: Metrics): Readonly<Record<"facts" | "answers", Lookups>> {
  const caches = { facts: noLookups(), answers: noLookups() };
  const counter = new Counter({
    name: "chatter_authz_lookups_total",
    help: "Facts and answers about rights that were looked for in memory, by whether they were there",
    labelNames: ["cache", "outcome"],
    registers: [],
    collect() {
      this.reset();
      for (const [cache, { hits, misses }] of Object.entries(caches)) {
        this.inc({ cache, outcome: "hit" }, hits);
        this.inc({ cache, outcome: "miss" }, misses);
      }
    },
  });
  metrics.registerMetric(counter);
  return caches;
}
