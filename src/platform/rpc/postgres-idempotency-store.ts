import { createHash, randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { type Kysely, sql } from "kysely";
import type { Log } from "../log/log.ts";
import type { Database } from "../postgres/database.ts";
import type { Claim, IdempotencyStore } from "./idempotency-store.ts";
import { openAnswer, sealAnswer } from "./sealed-answer.ts";

export interface PostgresIdempotencyOptions {
  /** Of the role chatter_calls. */
  readonly database: Database<unknown>;
  readonly log: Pick<Log, "warn">;
  readonly leaseMs?: number;
}

const LEASE_MS = 10_000;
const LOOK_AGAIN_MS = 50;

/**
 * Remembers answers together with all servers on the database, and over restarts. A server that works on a
 * call renews its lease; when it dies, a repetition of the call goes on after the lease has ended.
 */
export function createPostgresIdempotencyStore(options: PostgresIdempotencyOptions): IdempotencyStore {
  const { database, log, leaseMs = LEASE_MS } = options;
  const unsettled = (error: unknown): void => log.warn({ err: error }, "a call was not remembered");
  const answers = new Answers({ db: database.sql, leaseMs, unsettled });

  /** The call itself is over by then, and its answer must not become a failure. */
  const settle = async <End>(lease: string, end: Promise<End>): Promise<End | undefined> => {
    const settled = await end.catch((error: unknown): undefined => {
      unsettled(error);
    });
    answers.held.delete(lease);
    return settled;
  };

  return {
    async claim(key, request) {
      const fingerprint = hash(request);
      for (;;) {
        const lease = randomUUID();
        if (await answers.begin(key, fingerprint, lease)) {
          return {
            kind: "first",
            keep: async (answer) =>
              (await settle(lease, answers.keep(key, lease, sealAnswer(answer, request)))) === true,
            release: () => settle(lease, answers.release(key, lease)),
          };
        }
        const claim = await answers.find(key, fingerprint, request);
        if (claim !== undefined) return claim;
        await pause(LOOK_AGAIN_MS);
      }
    },
  };
}

/** Names the answers among all there were: after a restore from a backup those from before count no longer. */
export async function nameAnswers(database: Database<unknown>): Promise<string> {
  const { rows } = await sql<{ oid: number }>`
    select 'calls.answers'::regclass::oid as oid`.execute(database.sql);
  return `answers-${rows[0]?.oid}`;
}

interface AnswersDeps {
  readonly db: Kysely<unknown>;
  readonly leaseMs: number;
  unsettled(error: unknown): void;
}

class Answers {
  /** The leases of calls that are under way here. */
  readonly held = new Set<string>();
  readonly #db: Kysely<unknown>;
  readonly #deps: AnswersDeps;
  #renewing: NodeJS.Timeout | undefined;

  constructor(deps: AnswersDeps) {
    this.#db = deps.db;
    this.#deps = deps;
  }

  /** False where the key is taken: by an answer, or by who works on one. */
  async begin(key: string, fingerprint: string, lease: string): Promise<boolean> {
    const { rows } = await sql`
      insert into calls.answers as a (key, request, lease, leased_until)
      values (${key}, ${fingerprint}, ${lease}, now() + ${this.#lease()})
      on conflict (key) do update
      set request = excluded.request, lease = excluded.lease, leased_until = excluded.leased_until
      where a.answer is null and a.leased_until < now()
      returning 1`.execute(this.#db);
    if (rows.length === 0) return false;
    this.held.add(lease);
    this.#renewing ??= setInterval(() => this.#renew(), this.#deps.leaseMs / 3).unref();
    return true;
  }

  /** What is known under the key; undefined while the same request is under way, or was given up. */
  async find(key: string, fingerprint: string, secret: string): Promise<Claim | undefined> {
    const { rows } = await sql<{ request: string; answer: Buffer | null }>`
      select request, answer from calls.answers where key = ${key}`.execute(this.#db);
    const [row] = rows;
    if (row === undefined) return undefined;
    if (row.request !== fingerprint) return { kind: "reused" };
    return row.answer === null ? undefined : { kind: "repeated", answer: openAnswer(row.answer, secret) };
  }

  /** False where the lease has ended and somebody else has taken the key. */
  async keep(key: string, lease: string, answer: Buffer): Promise<boolean> {
    const { rows } = await sql`
      update calls.answers set answer = ${answer}, lease = null, leased_until = null
      where key = ${key} and lease = ${lease} returning 1`.execute(this.#db);
    return rows.length > 0;
  }

  async release(key: string, lease: string): Promise<void> {
    await sql`delete from calls.answers where key = ${key} and lease = ${lease}`.execute(this.#db);
  }

  #renew(): void {
    if (this.held.size === 0) {
      clearInterval(this.#renewing);
      this.#renewing = undefined;
      return;
    }
    const leases = [...this.held];
    sql`update calls.answers set leased_until = now() + ${this.#lease()} where lease = any(${leases}::uuid[])`
      .execute(this.#db)
      .catch(this.#deps.unsettled);
  }

  #lease() {
    return sql`${this.#deps.leaseMs}::float8 * interval '1 millisecond'`;
  }
}

const hash = (text: string): string => createHash("sha256").update(text).digest("base64url");
