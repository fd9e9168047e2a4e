import type { BaseLogger } from "pino";
import { Counter, Gauge } from "prom-client";
import { createPump } from "../../background/pump.ts";
import type { Database } from "../../postgres/database.ts";
import type { Metrics } from "../../telemetry/metrics.ts";
import type { Relationship } from "../authorizer.ts";
import { loadSchema } from "../compile-schema.ts";
import { bringUpToDate, isInStep } from "./bring-up-to-date.ts";
import { COMPLETE, findHeld } from "./held.ts";
import { install } from "./install.ts";
import { MirrorStore } from "./mirror-store.ts";
import type { SpiceDb } from "./spicedb.ts";

export interface MirrorOptions {
  readonly spicedb: SpiceDb;
  /** Of the role chatter_authz. */
  readonly database: Database<unknown>;
  readonly log: Pick<BaseLogger, "warn" | "info">;
  readonly metrics: Metrics;
}

/** How soon is found what another process left behind, and a SpiceDB that is back. */
const LOOK_MS = 1_000;
/** For the turns of others at the start: several servers may start at once. */
const START_MS = 12_000;
/** Turns for one question at most, each of some hundred relationships. */
const TURNS = 3;

/** The relationships in SpiceDB, kept up to date from those in PostgreSQL by whatever process comes first. */
export class Mirror {
  readonly #spicedb: SpiceDb;
  readonly #store: MirrorStore;
  readonly #log: MirrorOptions["log"];
  readonly #meter: ReturnType<typeof meterOf>;
  readonly #types = typesWithRelations();
  readonly #pump = createPump(() => this.#look());
  #available = false;
  #stopped = false;

  constructor({ spicedb, database, log, metrics }: MirrorOptions) {
    this.#spicedb = spicedb;
    this.#store = new MirrorStore(database);
    this.#log = log;
    this.#meter = meterOf(metrics);
  }

  /** Rejects, with an EngineRefused where a person can mend it, if the store is not there or not ours. */
  async start(): Promise<void> {
    await this.#store.ensureRow();
    await this.#store.inTurn(({ row }) => install(this.#spicedb, row), START_MS);
    // Whatever it answers: it can be asked.
    await this.#spicedb.check([COMPLETE]);
    this.#pump.wake();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#pump.stop();
  }

  /** Something was committed. */
  readonly wake = (): void => this.#pump.wake();

  /** False while SpiceDB does not answer, or not all is there. */
  get available(): boolean {
    return this.#available;
  }

  /**
   * Whether the subjects have the permissions, on all relationships that were committed before. Rejects where
   * SpiceDB does not know them all and cannot be told at once; then it is not available for a while.
   */
  async check(questions: readonly Relationship[]): Promise<readonly boolean[]> {
    try {
      const token = await this.#freshToken();
      const [complete, ...answers] = await this.#spicedb.check([COMPLETE, ...questions], token);
      if (complete !== true) throw new Error("SpiceDB has lost the relationships");
      return answers;
    } catch (error) {
      this.#meter.failures.inc();
      this.#setAvailable(false, error);
      throw error;
    }
  }

  /** A ZedToken with which SpiceDB knows all that was committed before this was called. */
  async #freshToken(): Promise<string> {
    let drained = false;
    for (let turns = 0; turns <= TURNS; turns += 1) {
      const { complete, behind, token } = await this.#store.state();
      if (!complete) throw new Error("not all relationships are in SpiceDB yet");
      // What came after the turn was committed after the question.
      if (!behind || drained) return token;
      drained = !(await this.#turn());
    }
    throw new Error("too much is waiting to be written to SpiceDB");
  }

  async #look(): Promise<void> {
    try {
      if (!(await this.#isUpToDate())) await this.#bringUpToDate();
      this.#setAvailable(true);
    } catch (error) {
      this.#setAvailable(false, error);
    }
    this.#pump.wakeWithin(LOOK_MS);
  }

  async #isUpToDate(): Promise<boolean> {
    const { complete, behind, revision } = await this.#store.state();
    if (!complete || behind) return false;
    const held = await findHeld(this.#spicedb);
    return held !== undefined && isInStep(held, { revision, copied: null });
  }

  async #bringUpToDate(): Promise<void> {
    let more = true;
    while (more && !this.#stopped) more = await this.#turn();
  }

  #turn(): Promise<boolean> {
    return this.#store.inTurn((turn) => bringUpToDate(this.#spicedb, this.#types, turn));
  }

  #setAvailable(available: boolean, error?: unknown): void {
    if (this.#available === available) return;
    this.#available = available;
    this.#meter.available.set(available ? 1 : 0);
    if (available) this.#log.info("SpiceDB decides who may do what");
    else
      this.#log.warn({ err: error }, "SpiceDB cannot decide who may do what: it is decided here meanwhile");
  }
}

function meterOf(metrics: Metrics) {
  const registers = [metrics];
  return {
    available: new Gauge({
      name: "chatter_spicedb_available",
      help: "1 while SpiceDB decides who may do what, 0 while that is decided here",
      registers,
    }),
    failures: new Counter({
      name: "chatter_spicedb_failures_total",
      help: "Batches of questions that SpiceDB did not answer as it should",
      registers,
    }),
  };
}

function typesWithRelations(): string[] {
  return [...loadSchema()].filter(([, { relations }]) => relations.size > 0).map(([type]) => type);
}
