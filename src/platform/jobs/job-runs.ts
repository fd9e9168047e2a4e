import { type Kysely, sql } from "kysely";
import { inScope } from "../log/scope.ts";
import type { Database } from "../postgres/database.ts";
import { inSpan } from "../telemetry/tracing.ts";
import type { Job, TickRunner } from "./job.ts";

const ERROR_LENGTH = 2_000;

/** Runs jobs, each tick in one of all processes. The database is that of the role chatter_jobs. */
export class JobRuns implements TickRunner {
  readonly #database: Database<unknown>;
  readonly #process: string;

  constructor(database: Database<unknown>, process: string) {
    this.#database = database;
    this.#process = process;
  }

  /**
   * A lock on a connection that is kept for as long as the job runs keeps ticks from overlapping, and ends with
   * the process.
   */
  async runOnce({ name, run }: Job, dueAt: Date): Promise<"ran" | "elsewhere"> {
    return this.#database.sql.connection().execute(async (db) => {
      if (!(await lock(db, name))) return "elsewhere";
      try {
        if (!(await this.#begin(db, name, dueAt))) return "elsewhere";
        await inScope({ job: name }, () => inSpan(`job ${name}`, {}, run)).then(
          () => end(db, { name, dueAt, error: null }),
          async (error: unknown) => {
            await end(db, { name, dueAt, error: describe(error) });
            throw error;
          },
        );
        return "ran";
      } finally {
        await sql`select pg_advisory_unlock(hashtextextended(${name}, 0))`.execute(db);
      }
    });
  }

  async #begin(db: Kysely<unknown>, job: string, dueAt: Date): Promise<boolean> {
    const { rows } = await sql`
      insert into jobs.runs (job, due_at, ran_by) values (${job}, ${dueAt}, ${this.#process})
      on conflict do nothing returning job`.execute(db);
    return rows.length > 0;
  }
}

async function lock(db: Kysely<unknown>, job: string): Promise<boolean> {
  const { rows } = await sql<{ locked: boolean }>`
    select pg_try_advisory_lock(hashtextextended(${job}, 0)) as locked`.execute(db);
  return rows[0]?.locked === true;
}

interface Ended {
  readonly name: string;
  readonly dueAt: Date;
  readonly error: string | null;
}

async function end(db: Kysely<unknown>, { name, dueAt, error }: Ended): Promise<void> {
  await sql`
    update jobs.runs set ended_at = now(), error = ${error}
    where job = ${name} and due_at = ${dueAt}`.execute(db);
}

function describe(error: unknown): string {
  return String(error instanceof Error ? (error.stack ?? error) : error).slice(0, ERROR_LENGTH);
}
