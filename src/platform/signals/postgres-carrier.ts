import pg from "pg";
import type { Log } from "../log/log.ts";
import type { Carrier } from "./carrier.ts";

export interface PostgresCarrierOptions {
  readonly url: string;
  /** The role to act as. */
  readonly role: string;
  readonly log: Pick<Log, "warn">;
}

const CHANNEL = "chatter_signals";
// PostgreSQL refuses 8,000 bytes and more.
const LONGEST_BYTES = 7_999;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
const STATEMENT_MS = 2_000;

/**
 * LISTEN and NOTIFY on one connection of its own. A transaction that notifies takes a lock which all of
 * them share and keeps it over its commit; so each NOTIFY stands for itself, after the commit it tells of,
 * and waits for no disk.
 */
export function createPostgresCarrier({ url, role, log }: PostgresCarrierOptions): Carrier {
  let client: pg.Client | undefined;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;
  // A connection does one thing at a time.
  let before: Promise<unknown> = Promise.resolve();

  const notify = async (texts: readonly string[]): Promise<void> => {
    const asked = client;
    if (asked === undefined) throw new Error("PostgreSQL is away");
    try {
      await asked.query({
        name: "signals_send",
        text: "select pg_notify($1, text) from unnest($2::text[]) as t (text)",
        values: [CHANNEL, texts],
      });
    } catch (error) {
      // It may hang, and then nothing comes by it either: another connection is made.
      void asked.end();
      throw error;
    }
  };

  const connect = async (receive: (text: string) => void): Promise<void> => {
    const next = new pg.Client({
      connectionString: url,
      application_name: `${role} signals`,
      options: `-c role=${role} -c synchronous_commit=off -c statement_timeout=${STATEMENT_MS}`,
      connectionTimeoutMillis: STATEMENT_MS,
      query_timeout: STATEMENT_MS,
      keepAlive: true,
    });
    next.on("error", (error) => log.warn({ err: error }, "lost the connection that listens for signals"));
    next.on("notification", ({ payload = "" }) => receive(payload));
    await next.connect();
    await next.query(`listen ${CHANNEL}`);
    if (closed) return next.end();
    client = next;
    next.once("end", () => {
      client = undefined;
      again(receive, FIRST_PAUSE_MS);
    });
  };

  const again = (receive: (text: string) => void, pauseMs: number): void => {
    if (closed) return;
    retry = setTimeout(() => {
      connect(receive).catch((error: unknown) => {
        log.warn({ err: error }, "cannot listen for signals; trying again");
        again(receive, Math.min(2 * pauseMs, LONGEST_PAUSE_MS));
      });
    }, pauseMs);
  };

  return {
    longestBytes: LONGEST_BYTES,
    open: connect,
    send(texts) {
      const sent = before.then(() => notify(texts));
      before = sent.catch(() => undefined);
      return sent;
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      await client?.end();
    },
  };
}
