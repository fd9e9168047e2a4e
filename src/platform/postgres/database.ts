import { Kysely, PostgresDialect, type QueryExecutorProvider, sql as statement } from "kysely";
import pg from "pg";
import { isTracing } from "../telemetry/tracing.ts";
import { leaveWhenSilent } from "./silence.ts";
import { recordStatement } from "./statement-spans.ts";
import { nameStatements } from "./statements.ts";

// The package names the types of elements only, not those of their arrays.
const INT8_ARRAY = 1016 as Parameters<typeof pg.types.setTypeParser>[0];

// int8 arrives as bigint, so that positions in a log cannot lose digits.
pg.types.setTypeParser(pg.types.builtins.INT8, BigInt);
pg.types.setTypeParser(INT8_ARRAY, (text: string) =>
  text === "{}" ? [] : text.slice(1, -1).split(",").map(BigInt),
);

/** A transaction that is open, as an engine sees it that takes part in it. */
export interface OpenTransaction {
  readonly sql: QueryExecutorProvider;
  /** Runs after the commit, in order, and not at all if there is none. Must not throw. */
  afterCommit(effect: () => void): void;
}

/** A transaction that is open. Its handle must not leave the closure it was given to. */
export interface Transaction<Schema> extends OpenTransaction {
  readonly sql: Kysely<Schema>;
}

/** The database as one role sees it: its own schema and nothing else. */
export interface Database<Schema> {
  /** Statements that stand for themselves. */
  readonly sql: Kysely<Schema>;
  /**
   * Runs the closure in one transaction. Where PostgreSQL gave way in a deadlock or a serialisation
   * conflict the closure runs again, at most three times in all; it must therefore keep its effects
   * inside the transaction or in `afterCommit`.
   */
  transaction<T>(work: (tx: Transaction<Schema>) => Promise<T>): Promise<T>;
  /** Rejects where the server does not answer. */
  ping(): Promise<void>;
  /** How its pool is at this moment. */
  connections(): Connections;
  close(): Promise<void>;
}

export interface Connections {
  readonly most: number;
  readonly open: number;
  readonly idle: number;
  /** How many wait for one. */
  readonly waiting: number;
}

export interface DatabaseOptions {
  readonly url: string;
  /** The role to act as, such as chatter_channel. */
  readonly role: string;
  /** Connections at most; they are opened when first needed. */
  readonly connections?: number;
  /** How long PostgreSQL works at a statement before it gives it up. */
  readonly statementTimeoutMs?: number;
  /** How long an answer is waited for, longer than statements may take: then the server hangs, or the network. */
  readonly silenceMs?: number;
  /** Told of errors on idle connections, such as a server that went away. */
  readonly onError: (error: Error) => void;
}

const probe = statement`select 1`;
const CONNECTIONS = 5;
const STATEMENT_MS = 15_000;
const SILENCE_MS = 20_000;
const ATTEMPTS = 3;
const GAVE_WAY = new Set(["40001", "40P01"]);

export function openDatabase<Schema>(options: DatabaseOptions): Database<Schema> {
  const pool = openPool(options);
  const open = watchConnections(pool);
  const sql = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool }),
    ...(isTracing() && { log: recordStatement }),
  });
  return {
    sql,
    transaction: (work) => attempt(sql, work, 1),
    async ping() {
      await probe.execute(sql);
    },
    connections: () => ({
      most: pool.options.max,
      open: pool.totalCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    async close() {
      await sql.destroy();
      await Promise.all(open);
    },
  };
}

/** The ends of the connections that are open: the pool is done when it has only asked them to end. */
function watchConnections(pool: pg.Pool): ReadonlySet<Promise<void>> {
  const open = new Set<Promise<void>>();
  pool.on("connect", (client) => {
    const ended = new Promise<void>((resolve) => client.once("end", resolve)).then(() => {
      open.delete(ended);
    });
    open.add(ended);
  });
  return open;
}

/** A pool whose connections act as the role from their first statement; RESET ROLE stays in it. */
function openPool(options: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connections ?? CONNECTIONS,
    application_name: options.role,
    options: `-c role=${options.role} -c statement_timeout=${options.statementTimeoutMs ?? STATEMENT_MS}`,
    query_timeout: options.silenceMs ?? SILENCE_MS,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
  });
  pool.on("error", options.onError);
  pool.on("connect", (client) => {
    nameStatements(client);
    leaveWhenSilent(client);
    // The pool listens to idle connections only. One that is lost between two statements of a transaction
    // would end the process; the next statement fails by it.
    client.on("error", () => undefined);
  });
  return pool;
}

async function attempt<S, T>(
  sql: Kysely<S>,
  work: (tx: Transaction<S>) => Promise<T>,
  count: number,
): Promise<T> {
  const effects: (() => void)[] = [];
  try {
    const result = await sql
      .transaction()
      .execute((trx) => work({ sql: trx, afterCommit: (effect) => effects.push(effect) }));
    for (const effect of effects) effect();
    return result;
  } catch (error) {
    if (count < ATTEMPTS && gaveWay(error)) return attempt(sql, work, count + 1);
    throw error;
  }
}

function gaveWay(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code !== undefined && GAVE_WAY.has(error.code);
}
