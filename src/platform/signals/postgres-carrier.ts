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
export function createPostgresCarrier(options: PostgresCarrierOptions): Carrier {
  return new PostgresCarrier(options);
}

class PostgresCarrier implements Carrier {
  readonly longestBytes = LONGEST_BYTES;
  readonly #options: PostgresCarrierOptions;
  #client: pg.Client | undefined;
  #retry: NodeJS.Timeout | undefined;
  #closed = false;
  // A connection does one thing at a time.
  #before: Promise<unknown> = Promise.resolve();

  constructor(options: PostgresCarrierOptions) {
    this.#options = options;
  }

  async open(receive: (text: string) => void): Promise<void> {
    const { url, role, log } = this.#options;
    const client = new pg.Client({
      connectionString: url,
      application_name: `${role} signals`,
      options: `-c role=${role} -c synchronous_commit=off -c statement_timeout=${STATEMENT_MS}`,
      connectionTimeoutMillis: STATEMENT_MS,
      query_timeout: STATEMENT_MS,
      keepAlive: true,
    });
    client.on("error", (error) => log.warn({ err: error }, "lost the connection that listens for signals"));
    client.on("notification", ({ payload = "" }) => receive(payload));
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    if (this.#closed) return client.end();
    this.#client = client;
    client.once("end", () => {
      this.#client = undefined;
      this.#again(receive, FIRST_PAUSE_MS);
    });
  }

  send(texts: readonly string[]): Promise<void> {
    const sent = this.#before.then(() => this.#notify(texts));
    this.#before = sent.catch(() => undefined);
    return sent;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    await this.#client?.end();
  }

  async #notify(texts: readonly string[]): Promise<void> {
    const client = this.#client;
    if (client === undefined) throw new Error("PostgreSQL is away");
    try {
      await client.query({
        name: "signals_send",
        text: "select pg_notify($1, text) from unnest($2::text[]) as t (text)",
        values: [CHANNEL, texts],
      });
    } catch (error) {
      // It may hang, and then nothing comes by it either: another connection is made.
      void client.end();
      throw error;
    }
  }

  #again(receive: (text: string) => void, pauseMs: number): void {
    if (this.#closed) return;
    this.#retry = setTimeout(() => {
      this.open(receive).catch((error: unknown) => {
        this.#options.log.warn({ err: error }, "cannot listen for signals; trying again");
        this.#again(receive, Math.min(2 * pauseMs, LONGEST_PAUSE_MS));
      });
    }, pauseMs);
  }
}
