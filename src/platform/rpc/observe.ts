import { performance } from "node:perf_hooks";
import type { DescMethod } from "@bufbuild/protobuf";
import type { ContextValues } from "@connectrpc/connect";
import { Counter, Gauge, Histogram } from "prom-client";
import type { Actor } from "../../kernel/actor.ts";
import type { Log } from "../log/log.ts";
import type { Metrics } from "../telemetry/metrics.ts";
import { outcomeOf } from "./outcome.ts";
import { caller, requestInfo } from "./request.ts";

const BUCKETS_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Called when a call begins; what it answers is called when the call is over. */
export type ObserveCall = (method: DescMethod, values: ContextValues) => (delivered: boolean) => void;

/** A call that is over: everything about it but what was in it. */
export interface FinishedCall {
  /** Who called; undefined for a stranger. */
  readonly actor: Actor | undefined;
  /** With its service. */
  readonly method: string;
  /** A Connect code in lower case, or "ok". */
  readonly code: string;
  readonly durationMs: number;
  readonly requestId: string;
  readonly address: string;
}

/** Told of every call as it ends, so it must be quick and must not throw. */
export type RememberCall = (call: FinishedCall) => void;

/** Writes one line in the log and one observation in the metrics for every call. */
export function createCallObserver(log: Log, metrics: Metrics, remember?: RememberCall): ObserveCall {
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
      const actor = values.get(caller);
      const durationMs = Math.round(seconds * 1e4) / 10;
      log.info({ requestId, method: name, code, ms: durationMs, address, user: actor?.userId }, "call");
      remember?.({ actor, method: name, code, durationMs, requestId, address });
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
