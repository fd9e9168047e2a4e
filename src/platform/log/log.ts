import { trace } from "@opentelemetry/api";
import { type DestinationStream, type Logger, pino } from "pino";
import { describeError } from "./describe-error.ts";
import { readableLines } from "./readable-lines.ts";
import { currentScope } from "./scope.ts";

/** Structured: the facts first, as an object, then a short sentence that is always the same. */
export type Log = Logger;

export interface LogOptions {
  /** The least important entries that are written. */
  readonly level?: "debug" | "info" | "warn" | "error" | "silent";
  /** A line for the eye instead of JSON; by default in a terminal only. */
  readonly readable?: boolean;
  readonly destination?: DestinationStream;
}

const SECRETS = ["authorization", "cookie", "set-cookie", "password", "token", "secret"];

export function createLog(options: LogOptions = {}): Log {
  const readable = options.readable ?? (options.destination === undefined && process.stdout.isTTY);
  const destination = options.destination ?? standardOutput(readable);
  return pino(
    {
      level: options.level ?? "info",
      base: null,
      mixin: facts,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: SECRETS.flatMap(atAnyDepth), censor: "[redacted]" },
      serializers: { err: describeError, error: describeError },
    },
    readable ? readableLines(destination) : destination,
  );
}

/** What every entry tells beside its own facts, which count where both tell the same. A new object each time. */
function facts(): object {
  const span = trace.getActiveSpan()?.spanContext();
  return { ...currentScope(), ...(span && { traceId: span.traceId, spanId: span.spanId }) };
}

/** JSON is written behind the program's back and flushed when it exits; a terminal wants its lines now. */
function standardOutput(readable: boolean): DestinationStream {
  return readable ? process.stdout : pino.destination({ dest: 1, sync: false });
}

/** A field where it stands in an entry, or up to two objects deep, such as `request.headers.cookie`. */
function atAnyDepth(field: string): string[] {
  return [`["${field}"]`, `*["${field}"]`, `*.*["${field}"]`];
}
