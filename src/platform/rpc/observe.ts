import { performance } from "node:perf_hooks";
import type { DescMethod } from "@bufbuild/protobuf";
import type { ContextValues } from "@connectrpc/connect";
import { Counter, Gauge, Histogram } from "prom-client";
import type { Log } from "../log/log.ts";
import type { Metrics } from "../telemetry/metrics.ts";
import { outcomeOf } from "./outcome.ts";
import { caller, requestInfo } from "./request.ts";

const BUCKETS_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Called when a call begins; what it answers is called when the call is over. */
export type ObserveCall = (method: DescMethod, values: ContextValues) => (delivered: boolean) => void;

/** Writes one line in the log and one observation in the metrics for every call. */
export function createCallObserver(log: Log, metrics: Metrics): ObserveCall {
  const { calls, duration, inFlight } = callMetrics(metrics);
  return (method, values) => {
    const name = `${method.parent.typeName}/${method.name}`;
    const began = performance.now();
    inFlight.inc({ method: name });
    return (delivered) => {
      const seconds = (performance.now() - began) / 1000;
      const code = delivered ? outcomeOf(values) : "canceled";
      inFlight.dec({ method: name });
      calls.inc({ method: name, code });
      // How long a stream stays open says nothing about how fast we are.
      if (method.methodKind === "unary") duration.observe({ method: name, code }, seconds);
      const { requestId, address } = values.get(requestInfo);
      const user = values.get(caller)?.userId;
      log.info({ requestId, method: name, code, ms: Math.round(seconds * 1e4) / 10, address, user }, "call");
    };
  };
}

function callMetrics(metrics: Metrics) {
  const registers = [metrics];
  return {
    calls: new Counter({
      name: "chatter_rpc_calls_total",
      help: "Calls that are over, by method and Connect code",
      labelNames: ["method", "code"],
      registers,
    }),
    duration: new Histogram({
      name: "chatter_rpc_duration_seconds",
      help: "From the headers of a unary call to its complete answer",
      labelNames: ["method", "code"],
      buckets: BUCKETS_SECONDS,
      registers,
    }),
    inFlight: new Gauge({
      name: "chatter_rpc_in_flight",
      help: "Calls and streams that are open",
      labelNames: ["method"],
      registers,
    }),
  };
}
