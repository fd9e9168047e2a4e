import { type Kysely, sql } from "kysely";
import type { Database } from "../postgres/database.ts";
import type { JobRun } from "./job.ts";

const KEEP_DAYS = 90;

export interface RunsAsked {
  /** Absent: of all jobs. */
  readonly job?: string | undefined;
  /** Only those that failed or were lost. */
  readonly troubled?: boolean | undefined;
  /** Only what follows this run in the list. */
  readonly after?: Pick<JobRun, "job" | "dueAt"> | undefined;
  readonly limit: number;
}

/** What became of the runs of all jobs in all processes. The database is that of the role chatter_jobs. */
export class JobHistory {
  readonly #sql: Kysely<unknown>;

  constructor(database: Database<unknown>) {
    this.#sql = database.sql;
  }

  /** The latest first; those of one moment by job. */
  async list({ job, troubled = false, after, limit }: RunsAsked): Promise<readonly JobRun[]> {
    const conditions = [
      sql`true`,
      ...(job === undefined ? [] : [sql`job = ${job}`]),
      ...(troubled ? [sql`state in ('failed', 'lost')`] : []),
      ...(after ? [sql`(due_at < ${after.dueAt} or due_at = ${after.dueAt} and job > ${after.job})`] : []),
    ];
    const { rows } = await sql<RunRow>`
      select * from (${runs}) as r where ${sql.join(conditions, sql` and `)}
      order by "dueAt" desc, job limit ${limit}`.execute(this.#sql);
    return rows.map(toRun);
  }

  /** The latest run of each job that ever ran. */
  async latest(): Promise<ReadonlyMap<string, JobRun>> {
    const { rows } = await sql<RunRow>`
      select distinct on (job) * from (${runs}) as r order by job, "dueAt" desc`.execute(this.#sql);
    return new Map(rows.map((row) => [row.job, toRun(row)]));
  }

  /** Deletes runs that nobody will ask for any more. */
  async forgetOld(): Promise<void> {
    await sql`delete from jobs.runs where due_at < now() - ${KEEP_DAYS}::int * interval '1 day'`.execute(
      this.#sql,
    );
  }
}

interface RunRow extends Omit<JobRun, "endedAt" | "error"> {
  readonly endedAt: Date | null;
  readonly error: string | null;
}

const toRun = ({ endedAt, error, ...run }: RunRow): JobRun => ({
  ...run,
  endedAt: endedAt ?? undefined,
  error: error ?? undefined,
});

// A run that has no end is under way while its process holds the job's lock, which only the latest can.
const runs = sql`
  select job, due_at as "dueAt", ran_by as "ranBy", began_at as "beganAt", ended_at as "endedAt", error, due_at,
    case
      when ended_at is not null then case when error is null then 'done' else 'failed' end
      when due_at = max(due_at) over (partition by job) and exists (
        select from pg_locks l join pg_database d on d.oid = l.database
        where d.datname = current_database() and l.locktype = 'advisory' and l.objsubid = 1 and l.granted
          and (l.classid::bigint << 32 | l.objid::bigint) = hashtextextended(job, 0)) then 'running'
      else 'lost'
    end as state
  from jobs.runs`;
