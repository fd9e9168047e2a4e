import { Counter } from "prom-client";
import type { Metrics } from "../../../../platform/telemetry/metrics.ts";
import type { DeliveryMeter } from "../../application/push/delivery-ports.ts";

export function createDeliveryMeter(metrics: Metrics): DeliveryMeter {
  const outcomes = new Counter({
    name: "chatter_push_deliveries_total",
    help: "Tries to tell a device of a notification, by what became of them",
    labelNames: ["outcome"],
    registers: [metrics],
  });
  for (const outcome of ["delivered", "passed", "failed", "later"]) outcomes.inc({ outcome }, 0);
  return { settled: (outcome) => outcomes.inc({ outcome }) };
}
