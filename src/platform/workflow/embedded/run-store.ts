import { type Kysely, sql } from "kysely";
import type { Database } from "../../postgres/database.ts";
import { traceparent } from "../../telemetry/tracing.ts";
import type { Json, Refusal } from "../saga.ts";

/** A run that this process has until its lease ends. */
export interface ClaimedRun {
  readonly id: string;
  readonly saga: string;
  readonly input: Json;
  readonly claim: string;
  readonly failures: number;
  /** The traceparent of what started it; null where nobody collected traces then. */
  readonly startedBy: string | null;
}

/** What is known of one step of a run. */
export interface JournalledStep {
  readonly step: string;
  readonly outcome: StepOutcome;
}

export type StepOutcome =
  | { readonly answer: Json }
  | { readonly refusal: Refusal }
  /** In milliseconds since 1970, by the clock of the database. */
  | { readonly wakeAt: number };

export interface RunEnd {
  readonly state: "finished" | "compensated" | "stuck";
  readonly error?: string;
}

/** Of one saga: how many of its runs are in which state. */
export interface OpenRuns {
  readonly saga: string;
  /** A process is at it, or should be. */
  readonly pending: number;
  readonly sleeping: number;
  /** Their present step failed and is to be tried again. */
  readonly failing: number;
  readonly stuck: number;
  /** Since the oldest of those that are not stuck began; 0 where there is none. */
  readonly oldestSeconds: number;
}

/** Somebody else has the run: this process was too slow, and what it does no longer counts. */
export class LostRun extends Error {}

const KEEP_DAYS = 30;
const ERROR_LENGTH = 2_000;

/** Runs and their journals. The database is that of the role chatter_workflow. */
export class RunStore {
  readonly #sql: Kysely<unknown>;
  readonly #database: Database<unknown>;

  constructor(database: Database<unknown>) {
    this.#database = database;
    this.#sql = database.sql;
  }

  async start(id: string, saga: string, input: Json): Promise<void> {
    await sql`
      insert into workflow.runs (id, saga, input, started_by)
      values (${id}, ${saga}, ${JSON.stringify(input)}::jsonb, ${traceparent() ?? null})
      on conflict do nothing`.execute(this.#sql);
  }

  /** Those of these runs that are under way and have not failed just now. */
  async findOpen(ids: readonly string[]): Promise<readonly string[]> {
    const { rows } = await sql<{ id: string }>`
      select id from workflow.runs
      where id = any(${ids}) and state = 'running' and failures = 0`.execute(this.#sql);
    return rows.map(({ id }) => id);
  }

  /** By saga; of those under way there may be thousands, so they are counted by an index of their own. */
  async countOpen(): Promise<readonly OpenRuns[]> {
    const { rows } = await sql<OpenRuns>`
      select saga,
        count(*) filter (where state = 'running' and failures = 0 and not asleep)::int as pending,
        count(*) filter (where state = 'running' and failures = 0 and asleep)::int as sleeping,
        count(*) filter (where state = 'running' and failures > 0)::int as failing,
        count(*) filter (where state = 'stuck')::int as stuck,
        coalesce(extract(epoch from now() - min(started_at) filter (where state = 'running')), 0)::float8
          as "oldestSeconds"
      from workflow.runs, lateral (select claim is null and due_at > now() as asleep) as sleep
      where state in ('running', 'stuck') group by saga`.execute(this.#sql);
    return rows;
  }

  /** Takes runs that are due, the longest waiting first; each is nobody else's until its lease ends. */
  async claim(sagas: readonly string[], limit: number, leaseMs: number): Promise<readonly ClaimedRun[]> {
    const { rows } = await sql<ClaimedRun>`
      update workflow.runs set claim = gen_random_uuid(), due_at = now() + ${leaseMs} * interval '1 ms'
      where id in (
        select id from workflow.runs
        where state = 'running' and due_at <= now() and saga = any(${sagas})
        order by due_at limit ${limit} for update skip locked)
      returning id, saga, input, claim, failures, started_by as "startedBy"`.execute(this.#sql);
    return rows;
  }

  /** Throws LostRun. */
  async renew(run: ClaimedRun, leaseMs: number): Promise<void> {
    await this.#update(this.#sql, run, sql`due_at = now() + ${leaseMs} * interval '1 ms'`);
  }

  async journal({ id }: ClaimedRun): Promise<readonly JournalledStep[]> {
    const { rows } = await sql<JournalledStep>`
      select step, outcome from workflow.steps where run_id = ${id} order by n`.execute(this.#sql);
    return rows;
  }

  /** Throws LostRun. */
  async record(run: ClaimedRun, n: number, { step, outcome }: JournalledStep): Promise<void> {
    await this.#database.transaction(async (tx) => {
      await this.#update(tx.sql, run, sql`failures = 0, error = null`);
      await sql`
        insert into workflow.steps (run_id, n, step, outcome)
        values (${run.id}, ${n}, ${step}, ${JSON.stringify(outcome)}::jsonb)`.execute(tx.sql);
    });
  }

  /** Records a sleep and answers when it ends. Throws LostRun. */
  async recordSleep(run: ClaimedRun, n: number, ms: number): Promise<number> {
    const { rows } = await sql<{ at: number }>`
      select extract(epoch from now())::float8 * 1000 + ${ms}::float8 as at`.execute(this.#sql);
    const wakeAt = rows[0]?.at ?? 0;
    await this.record(run, n, { step: SLEEP, outcome: { wakeAt } });
    return wakeAt;
  }

  /** Whether a sleep is over; until then the run is put aside. Throws LostRun. */
  async awake(run: ClaimedRun, wakeAt: number): Promise<boolean> {
    const { rows } = await sql<{ awake: boolean }>`
      select now() >= to_timestamp(${wakeAt}::float8 / 1000) as awake`.execute(this.#sql);
    if (rows[0]?.awake === true) return true;
    await this.#update(this.#sql, run, sql`due_at = to_timestamp(${wakeAt}::float8 / 1000), claim = null`);
    return false;
  }

  /** Gives the run back, to be tried again after a pause. Throws LostRun. */
  async retryIn(run: ClaimedRun, ms: number, error: string): Promise<void> {
    await this.#update(
      this.#sql,
      run,
      sql`claim = null, failures = failures + 1, error = ${error.slice(0, ERROR_LENGTH)},
        due_at = now() + ${ms} * interval '1 ms'`,
    );
  }

  /** Throws LostRun. */
  async end(run: ClaimedRun, { state, error }: RunEnd): Promise<void> {
    await this.#update(
      this.#sql,
      run,
      sql`state = ${state}, claim = null, ended_at = now(), error = ${error?.slice(0, ERROR_LENGTH) ?? null}`,
    );
  }

  /** Gives back what this process has, for whoever comes next. */
  async release(run: ClaimedRun): Promise<void> {
    await sql`
      update workflow.runs set claim = null, due_at = now()
      where id = ${run.id} and claim = ${run.claim} and state = 'running'`.execute(this.#sql);
  }

  /** Deletes what ended well so long ago that nobody will ask. */
  async forgetOld(): Promise<void> {
    await sql`
      delete from workflow.runs where state in ('finished', 'compensated')
      and ended_at < now() - ${KEEP_DAYS}::int * interval '1 day'`.execute(this.#sql);
  }

  async #update(db: Kysely<unknown>, { id, claim }: ClaimedRun, change: ReturnType<typeof sql>) {
    const { rows } = await sql`
      update workflow.runs set ${change} where id = ${id} and claim = ${claim} and state = 'running'
      returning id`.execute(db);
    if (rows.length === 0) throw new LostRun(id);
  }
}

/** The name under which a sleep stands in the journal. No step can have it. */
export const SLEEP = "(sleep)";
