import { v1 } from "@authzed/authzed-node";
import { InterceptingCall, type Interceptor } from "@grpc/grpc-js";
import { EngineRefused } from "../../../kernel/engine-refused.ts";
import { inSpan, traceparent } from "../../telemetry/tracing.ts";
import { isUntrusted, UNTRUSTED } from "../../tls/untrusted.ts";
import { type Calls, createSpiceDb } from "./client.ts";
import type { SpiceDb } from "./spicedb.ts";

export interface SpiceDbAddress {
  /** host:port in TLS, or in plain text on this machine; grpc://host:port is plain text anywhere. */
  readonly endpoint: string;
  readonly token: string;
  /** How long a question may take before it counts as not answered. */
  readonly patienceMs?: number;
}

// Somebody waits for a check, for it is decided here when it takes longer; for the rest nobody does.
const PATIENCE_MS = 500;
const WRITE_MS = 5_000;

/** So that a SpiceDB that was away is found within a second, and one that does not move is given up. */
const CHANNEL = {
  "grpc.initial_reconnect_backoff_ms": 100,
  "grpc.max_reconnect_backoff_ms": 1_000,
  "grpc.keepalive_time_ms": 10_000,
  "grpc.keepalive_timeout_ms": 2_000,
};

/** Connects when it is first asked. */
export function connectToSpiceDb({ endpoint, token, patienceMs = PATIENCE_MS }: SpiceDbAddress): SpiceDb {
  const { SECURE, INSECURE_PLAINTEXT_CREDENTIALS } = v1.ClientSecurity;
  const security = isPlain(endpoint) ? INSECURE_PLAINTEXT_CREDENTIALS : SECURE;
  const address = endpoint.replace(/^grpcs?:\/\//, "");
  const client = v1.NewClient(token, address, security, undefined, {
    ...CHANNEL,
    interceptors: [continueTrace],
  });
  return createSpiceDb(limited(client, patienceMs), () => client.close());
}

/** SpiceDB, where it is traced too, goes on with our trace. */
const continueTrace: Interceptor = (options, nextCall) =>
  new InterceptingCall(nextCall(options), {
    start(metadata, listener, next) {
      const trace = traceparent();
      if (trace !== undefined) metadata.set("traceparent", trace);
      next(metadata, listener);
    },
  });

function isPlain(endpoint: string): boolean {
  if (/^grpcs?:/.test(endpoint)) return endpoint.startsWith("grpc:");
  return /^(localhost|127\.[\d.]+|\[::1\]):\d+$/.test(endpoint);
}

/** The client's own promises know no deadline but thirty seconds. */
function limited(client: v1.ZedClientInterface, patienceMs: number): Calls {
  return {
    readSchema: (request) =>
      within("read schema", WRITE_MS, (options, done) => client.readSchema(request, options, done)),
    writeSchema: (request) =>
      within("write schema", WRITE_MS, (options, done) => client.writeSchema(request, options, done)),
    readRelationships: (request) =>
      inSpan("spicedb read", { kind: "CLIENT" }, () =>
        client.readRelationships(request, deadline(WRITE_MS)).toArray(),
      ),
    writeRelationships: (request) =>
      within("write", WRITE_MS, (options, done) => client.writeRelationships(request, options, done)),
    deleteRelationships: (request) =>
      within("delete", WRITE_MS, (options, done) => client.deleteRelationships(request, options, done)),
    checkBulkPermissions: (request) =>
      within("check", patienceMs, (options, done) => client.checkBulkPermissions(request, options, done)),
  };
}

const deadline = (ms: number) => ({ deadline: Date.now() + ms });

function within<Answer>(
  what: string,
  ms: number,
  call: (
    options: { deadline: number },
    done: (error: Error | null, answer: Answer | undefined) => void,
  ) => unknown,
): Promise<Answer> {
  const answered = () =>
    new Promise<Answer>((resolve, reject) => {
      call(deadline(ms), (error, answer) => {
        if (answer === undefined) reject(error ?? new Error("SpiceDB answered nothing"));
        else resolve(answer);
      });
    });
  return inSpan(`spicedb ${what}`, { kind: "CLIENT" }, answered);
}

/** By the codes of gRPC. */
const REASONS: ReadonlyMap<unknown, readonly [variable: string, sentence: string]> = new Map([
  [4, ["SPICEDB_ENDPOINT", "SpiceDB does not answer there in time"]],
  [7, ["SPICEDB_TOKEN", "SpiceDB does not accept it; it must be the server's preshared key"]],
  [12, ["SPICEDB_ENDPOINT", "that SpiceDB is too old, or is none; take 1.40 or newer"]],
  [14, ["SPICEDB_ENDPOINT", "no SpiceDB answers there; begin with grpc:// if it speaks plain text"]],
  [16, ["SPICEDB_TOKEN", "SpiceDB does not accept it; it must be the server's preshared key"]],
]);

/** A failure at the start, in one line where a person can mend it. */
export function explainedFailure(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (isUntrusted(error)) return new EngineRefused("SPICEDB_ENDPOINT", UNTRUSTED, { cause: error });
  const reason = REASONS.get((error as { code?: unknown }).code);
  return reason === undefined ? error : new EngineRefused(...reason, { cause: error });
}
