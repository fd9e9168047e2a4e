import { type Kysely, sql } from "kysely";
import type { Json } from "../saga.ts";
import type { JournalledStep } from "./run-store.ts";

/** A saga that was started, as an operator sees it. */
export interface RunState {
  readonly id: string;
  readonly saga: string;
  readonly state: "running" | "finished" | "compensated" | "stuck";
  /** Of the present step, in a row. */
  readonly failures: number;
  /** Why its step is tried again, why it was taken back, or why that is stuck. */
  readonly error: string | null;
  /** When somebody looks at it next, where it is under way. */
  readonly dueAt: Date;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}

export interface RunHistory extends RunState {
  readonly input: Json;
  /** In the order in which they were done, and taken back. */
  readonly steps: readonly JournalledStep[];
}

/** What an operator can do about the sagas that the program runs itself, while it runs or not. */
export interface RunOperation {
  /** Those that are stuck, then those under way, the oldest first. */
  listOpen(limit: number): Promise<readonly RunState[]>;
  find(id: string): Promise<RunHistory | undefined>;
  /**
   * Has a stuck run try again to take back what was refused, and one whose step failed try it at once; false
   * where there is nothing to try.
   */
  retry(id: string): Promise<boolean>;
}

/** The database is that of the role chatter_workflow. */
export function createRunOperation(db: Kysely<unknown>): RunOperation {
  return {
    async listOpen(limit) {
      const { rows } = await sql<RunState>`
        select ${state} from workflow.runs where state in ('running', 'stuck')
        order by state = 'stuck' desc, started_at limit ${limit}`.execute(db);
      return rows;
    },
    async find(id) {
      const { rows } = await sql<Omit<RunHistory, "steps">>`
        select ${state}, input from workflow.runs where id = ${id}`.execute(db);
      const [run] = rows;
      if (run === undefined) return undefined;
      const steps = await sql<JournalledStep>`
        select step, outcome from workflow.steps where run_id = ${id} order by n`.execute(db);
      return { ...run, steps: steps.rows };
    },
    async retry(id) {
      // The refusal of the last step stands in the journal, and would be its answer again.
      const { rows } = await sql`
        with tried as (
          update workflow.runs r
          set state = 'running', due_at = now(), claim = null, failures = 0, ended_at = null
          from (select id, state from workflow.runs where id = ${id} for update) as before
          where r.id = before.id and (before.state = 'stuck' or (before.state = 'running' and r.failures > 0))
          returning r.id, before.state as was
        ), forgotten as (
          delete from workflow.steps s using tried
          where tried.was = 'stuck' and s.run_id = tried.id
            and s.n = (select max(n) from workflow.steps where run_id = tried.id)
        )
        select id from tried`.execute(db);
      return rows.length === 1;
    },
  };
}

const state = sql.raw(`id, saga, state, failures, error, due_at as "dueAt", started_at as "startedAt",
  ended_at as "endedAt"`);
