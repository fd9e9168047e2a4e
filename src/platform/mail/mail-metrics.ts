import { Counter, Gauge } from "prom-client";
import type { Metrics } from "../telemetry/metrics.ts";

export interface MailMeter {
  /** A letter was given up, or not taken. */
  readonly lost: () => void;
  /** Given once: how many are under way, whenever it is called. */
  watch(count: () => number): void;
}

export function measureMail(metrics: Metrics): MailMeter {
  const lost = new Counter({
    name: "chatter_mail_lost_total",
    help: "Letters that were given up, or not taken because too many were under way",
    registers: [metrics],
  });
  return {
    lost: () => lost.inc(),
    watch(count) {
      const waiting: Gauge = new Gauge({
        name: "chatter_mail_waiting",
        help: "Letters under way, or waiting for their next try",
        registers: [],
        collect: () => waiting.set(count()),
      });
      metrics.registerMetric(waiting);
    },
  };
}
