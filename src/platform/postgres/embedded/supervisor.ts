import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { endServer, type Launch, launchServer } from "./launch.ts";
import type { WatchedServer } from "./watchdog.ts";

/** Where the supervisor tells what happens to the server. A pino logger is one. */
export interface EmbeddedPostgresLog {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

const longestPauseMs = 30_000;

/** Keeps one server running until told to stop: a server that ends by itself is started again. */
export class Supervisor {
  readonly #launch: Launch;
  readonly #log: EmbeddedPostgresLog | undefined;
  readonly #stopping = new AbortController();
  #server: WatchedServer;
  readonly #supervision: Promise<void>;

  static async start(launch: Launch, log?: EmbeddedPostgresLog): Promise<Supervisor> {
    return new Supervisor(launch, await launchServer(launch), log);
  }

  private constructor(launch: Launch, server: WatchedServer, log?: EmbeddedPostgresLog) {
    this.#launch = launch;
    this.#log = log;
    this.#server = server;
    this.#supervision = this.#supervise();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#supervision;
  }

  async #supervise(): Promise<void> {
    const told = once(this.#stopping.signal, "abort");
    while (!this.#stopping.signal.aborted) {
      await Promise.race([told, this.#server.exited]);
      if (!this.#stopping.signal.aborted) await this.#startAgain(await this.#server.exited);
    }
    await endServer(this.#server);
  }

  /** Never gives up: what ended the server, such as a full disk, may pass without a restart of ours. */
  async #startAgain(lastWords: string): Promise<void> {
    this.#log?.error({ lastWords }, "embedded PostgreSQL ended by itself");
    for (let pauseMs = 500; !this.#stopping.signal.aborted; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
      try {
        this.#server = await launchServer(this.#launch);
        this.#log?.info({}, "embedded PostgreSQL runs again");
        return;
      } catch (error) {
        this.#log?.error({ err: error, pauseMs }, "embedded PostgreSQL does not start");
        await Promise.race([once(this.#stopping.signal, "abort"), delay(pauseMs, undefined, { ref: false })]);
      }
    }
  }
}
