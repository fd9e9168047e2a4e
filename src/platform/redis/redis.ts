import { createClient, ErrorReply, ReconnectStrategyError } from "@redis/client";
import { Counter, Gauge } from "prom-client";
import { EngineRefused } from "../../kernel/engine-refused.ts";
import { growingPause } from "../background/growing-pause.ts";
import type { Log } from "../log/log.ts";
import type { Metrics } from "../telemetry/metrics.ts";
import { inSpan } from "../telemetry/tracing.ts";
import { isUntrusted, UNTRUSTED } from "../tls/untrusted.ts";
import { Breaker } from "./breaker.ts";

export type RedisClient = ReturnType<typeof newClient>;

/** One Redis, which may go away at any time: whoever asks it has another way, and waits 50 ms at most. */
export interface Redis {
  /**
   * Rejects when there is no answer within the limit, and for a second after that at once. What was asked
   * may have been done nevertheless.
   */
  ask<T>(question: (client: RedisClient) => Promise<T>): Promise<T>;
  /** A connection of its own, for what blocks; it comes back by itself, and ends with `close`. */
  dedicated(): Promise<RedisClient>;
  /** Listens on a channel, over all reconnects; what is published while the connection is lost is missed. */
  subscribe(channel: string, listener: (text: string) => void): Promise<void>;
  /** What belongs to this installation, in a Redis that others may use too. */
  readonly prefix: string;
  close(): Promise<void>;
}

export interface RedisOptions {
  readonly url: string;
  readonly prefix: string;
  readonly log: Pick<Log, "warn" | "info">;
  readonly metrics: Metrics;
  readonly limitMs?: number;
}

const LIMIT_MS = 50;
const OLDEST_MAJOR = 7;
const CONNECT_MS = 2_000;
const reconnectMs = growingPause({ firstMs: 50, factor: 2, longestMs: 2_000 });
const PING_MS = 5_000;
const SILENT_MS = 15_000;

export async function openRedis(options: RedisOptions): Promise<Redis> {
  const { url, prefix, log, metrics, limitMs = LIMIT_MS } = options;
  const { failures, breaker } = measured(metrics, limitMs);
  const clients: RedisClient[] = [];

  const connect = async (): Promise<RedisClient> => {
    const client = newClient(url, prefix);
    client.on("error", (error: Error) => {
      if (breaker.opened()) log.warn({ err: error }, "Redis is away; going on without it");
    });
    client.on("ready", () => {
      if (breaker.closed()) log.info("Redis is back");
    });
    await client.connect();
    clients.push(client);
    return client;
  };

  const client = await connect().catch((error: unknown) => {
    throw new EngineRefused("REDIS_URL", sentenceFor(error), { cause: error });
  });
  await admit(client);

  return {
    prefix,
    async ask(question) {
      try {
        return await inSpan("redis", { kind: "CLIENT", attributes: { "db.system.name": "redis" } }, () =>
          breaker.run(() => question(client)),
        );
      } catch (error) {
        failures.inc();
        // An answer, though not the one that was hoped for: Redis is there.
        if (!(error instanceof ErrorReply) && breaker.opened()) {
          log.warn({ err: error }, "Redis does not answer; going on without it");
        }
        throw error;
      }
    },
    dedicated: connect,
    async subscribe(channel, listener) {
      const subscriber = await connect();
      await subscriber.subscribe(`${prefix}${channel}`, listener);
    },
    async close() {
      for (const each of clients) each.destroy();
    },
  };
}

function newClient(url: string, prefix: string) {
  let connected = false;
  const client = createClient({
    url,
    keyPrefix: prefix,
    RESP: 2,
    // Who asks has another way: nothing waits for Redis to come back.
    disableOfflineQueue: true,
    // The breaker limits the wait, for what was written too.
    commandOptions: { timeout: 0 },
    maintNotifications: "disabled",
    pingInterval: PING_MS,
    socket: {
      connectTimeout: CONNECT_MS,
      socketTimeout: SILENT_MS,
      reconnectStrategy: (retries, cause) => (connected ? reconnectMs(retries + 1) : cause),
    },
  });
  client.once("ready", () => {
    connected = true;
  });
  return client;
}

async function admit(client: RedisClient): Promise<void> {
  const sentence = refuseServer(await client.info());
  if (sentence === undefined) return;
  client.destroy();
  throw new EngineRefused("REDIS_URL", sentence);
}

/** By what INFO tells: why the program cannot work with such a Redis, or undefined where it can. */
export function refuseServer(info: string): string | undefined {
  const tells = (name: string) => new RegExp(`^${name}:(\\S+)`, "m").exec(info)?.[1] ?? "unknown";
  const version = tells("redis_version");
  if (Number.parseInt(version, 10) < OLDEST_MAJOR)
    return `that is Redis ${version}; take ${OLDEST_MAJOR} or newer`;
  const mode = tells("redis_mode");
  if (mode !== "standalone") return `that Redis is part of a ${mode}; name one that stands alone`;
  if (tells("role") !== "master") return "that Redis is a replica, which cannot be written; name the primary";
  return undefined;
}

function sentenceFor(failure: unknown): string {
  const error: unknown = failure instanceof ReconnectStrategyError ? failure.socketError : failure;
  if (error instanceof ErrorReply) {
    const word = error.message.split(" ", 1)[0] ?? "";
    return ["NOAUTH", "WRONGPASS", "NOPERM"].includes(word)
      ? `Redis does not let us in (${word}); correct user and password`
      : `Redis refuses us (${word}); correct or unset it`;
  }
  if (isUntrusted(error)) return UNTRUSTED;
  const { code } = error as { code?: unknown };
  if (code === "ERR_SSL_WRONG_VERSION_NUMBER")
    return "that port does not speak TLS; begin the address with redis://";
  return `no Redis answers there (${typeof code === "string" ? code : "it says nothing"}); correct or unset it`;
}

function measured(metrics: Metrics, limitMs: number) {
  const registers = [metrics];
  const failures = new Counter({
    name: "chatter_redis_failures_total",
    help: "Questions to Redis without the answer that was hoped for",
    registers,
  });
  const available = new Gauge({
    name: "chatter_redis_available",
    help: "1 while Redis answers, 0 while the program goes on without it",
    registers,
  });
  available.set(1);
  return { failures, breaker: new Breaker(limitMs, (open) => available.set(open ? 0 : 1)) };
}
