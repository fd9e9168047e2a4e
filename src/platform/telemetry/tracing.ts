import type { IncomingMessage } from "node:http";
import {
  type Attributes,
  type Context,
  context,
  DiagLogLevel,
  diag,
  type Link,
  propagation,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from "@opentelemetry/api";
import type { Log } from "../log/log.ts";

export interface SpanOptions {
  /** Names, kinds and counts only: never what people write, never a secret. */
  readonly attributes?: Attributes;
  /** Something came from outside, or goes there; absent: it is done here. */
  readonly kind?: keyof typeof SpanKind;
  /** What came with a request or an event: its W3C traceparent. */
  readonly parent?: string | undefined;
  /** The traceparent of what it follows from but is no part of, because that is over since long ago. */
  readonly follows?: string | undefined;
}

/** Undefined while nobody collects traces. */
let tracer: Tracer | undefined;

/** Does the work within a span, which ends with it. While nobody collects it costs a comparison. */
export function inSpan<T>(name: string, options: SpanOptions, work: () => Promise<T>): Promise<T> {
  return tracer === undefined ? work() : within(start(tracer, name, options), work);
}

async function within<T>({ span, around }: Started, work: () => Promise<T>): Promise<T> {
  try {
    return await context.with(around, work);
  } catch (error) {
    // By its kind alone: what drivers say may quote what people wrote.
    span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : "Error" });
    throw error;
  } finally {
    span.end();
  }
}

/** As `inSpan`, for what is over only when `over` is called; that may be given what it came to. */
export function beginSpan(name: string, options: SpanOptions, work: (over: Over) => void): void {
  if (tracer === undefined) return work(() => {});
  const { span, around } = start(tracer, name, options);
  context.with(around, () => work((attributes) => span.setAttributes(attributes ?? {}).end()));
}

type Over = (attributes?: Attributes) => void;

/** A span of something that has just ended, after so many milliseconds. */
export function recordSpan(name: string, options: SpanOptions, ms: number): void {
  if (tracer === undefined) return;
  const end = Date.now();
  const { attributes = {}, kind = "INTERNAL" } = options;
  tracer.startSpan(name, { attributes, kind: SpanKind[kind], startTime: end - ms }).end(end);
}

/** For what a request asks for, as part of the trace that the request names. */
export function fromOutside({ headers }: Pick<IncomingMessage, "headers">): SpanOptions {
  const { traceparent: parent } = headers;
  return { kind: "SERVER", parent: typeof parent === "string" ? parent : undefined };
}

export const isTracing = (): boolean => tracer !== undefined;

/** The W3C traceparent of what is being done; undefined while nobody collects. */
export function traceparent(): string | undefined {
  if (tracer === undefined) return undefined;
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent;
}

/** Names the span of what is being done; undefined while nobody collects. */
export function spanHere(): SpanContext | undefined {
  return tracer === undefined ? undefined : trace.getActiveSpan()?.spanContext();
}

/** Points from the span of what is being done to one elsewhere, which did it together with the work of others. */
export function pointTo(span: SpanContext | undefined): void {
  if (tracer !== undefined && span !== undefined) trace.getActiveSpan()?.addLink({ context: span });
}

interface Started {
  readonly span: Span;
  /** The context in which the span is the active one. */
  readonly around: Context;
}

function start(by: Tracer, name: string, options: SpanOptions): Started {
  const { attributes = {}, kind = "INTERNAL", parent, follows } = options;
  const active = context.active();
  const from = parent === undefined ? active : propagation.extract(active, { traceparent: parent });
  const span = by.startSpan(name, { attributes, kind: SpanKind[kind], links: linksTo(follows) }, from);
  return { span, around: trace.setSpan(from, span) };
}

function linksTo(follows: string | undefined): Link[] {
  if (follows === undefined) return [];
  const followed = trace.getSpanContext(propagation.extract(ROOT_CONTEXT, { traceparent: follows }));
  return followed === undefined ? [] : [{ context: followed }];
}

/**
 * Exports spans to an OTLP endpoint, such as http://localhost:4318, in batches and off the way of who waits; what
 * it does not take is dropped. Answers what sends the rest and stops. What exports is loaded only by this.
 */
export async function startTracing(endpoint: string, log: Pick<Log, "warn">): Promise<() => Promise<void>> {
  const [{ BatchSpanProcessor, TracerProvider }, { OTLPTraceExporter }, asyncHooks, resources, core] =
    await Promise.all([
      import("@opentelemetry/sdk-trace"),
      import("@opentelemetry/exporter-trace-otlp-http"),
      import("@opentelemetry/context-async-hooks"),
      import("@opentelemetry/resources"),
      import("@opentelemetry/core"),
    ]);
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, "")}/v1/traces` });
  const provider = new TracerProvider({
    resource: resources.resourceFromAttributes({ "service.name": "chatter" }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  context.setGlobalContextManager(new asyncHooks.AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new core.W3CTraceContextPropagator());
  const warn = sayingSometimes(log);
  const silent = (): void => undefined;
  diag.setLogger({ error: warn, warn, info: silent, debug: silent, verbose: silent }, DiagLogLevel.WARN);
  tracer = provider.getTracer("chatter");
  return async () => {
    tracer = undefined;
    await provider.shutdown().catch(warn);
    context.disable();
    propagation.disable();
    diag.disable();
  };
}

const PAUSE_MS = 60_000;

/** A collector that is away for hours must not fill the log. */
function sayingSometimes(log: Pick<Log, "warn">): () => void {
  let silentUntil = 0;
  return () => {
    const now = performance.now();
    if (now < silentUntil) return;
    silentUntil = now + PAUSE_MS;
    log.warn("traces could not be exported; see OTEL_EXPORTER_OTLP_ENDPOINT");
  };
}
