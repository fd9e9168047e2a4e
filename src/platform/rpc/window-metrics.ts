import { Counter } from "prom-client";
import { RateLimiterRes } from "rate-limiter-flexible";
import type { Metrics } from "../telemetry/metrics.ts";
import type { OpenWindow } from "./windows.ts";

/**
 * Windows that count in /metrics what was refused for want of tries. A limit with a burst has two: what the
 * first refuses is granted by the second (its name ends in `.burst`) until that refuses too.
 */
export function countRefusals(metrics: Metrics): (open: OpenWindow) => OpenWindow {
  const refusals = new Counter({
    name: "chatter_limit_refusals_total",
    help: "Tries beyond what a window allows, by window; after one that has a .burst, that is asked",
    labelNames: ["window"],
    registers: [metrics],
  });
  return (open) => (options) => {
    const window = open(options);
    const consume = window.consume.bind(window);
    refusals.inc({ window: options.name }, 0);
    window.consume = async (...tries) => {
      try {
        return await consume(...tries);
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) refusals.inc({ window: options.name });
        throw refusal;
      }
    };
    return window;
  };
}
