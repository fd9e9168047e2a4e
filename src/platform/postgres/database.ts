import { Kysely, PostgresDialect, type QueryExecutorProvider, sql as statement } from "kysely";
import pg from "pg";
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
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly url: string;
  /** The role to act as, such as chatter_channel. */
  readonly role: string;
  /** Connections at most; they are opened when first needed. */
  readonly connections?: number;
  readonly statementTimeoutMs?: number;
  /** Told of errors on idle connections, such as a server that went away. */
  readonly onError: (error: Error) => void;
}

const probe = statement`select 1`;
const ATTEMPTS = 3;
const GAVE_WAY = new Set(["40001", "40P01"]);

export function openDatabase<Schema>(options: DatabaseOptions): Database<Schema> {
  const pool = openPool(options);
  const open = watchConnections(pool);
  const sql = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return {
    sql,
    transaction: (work) => attempt(sql, work, 1),
    async ping() {
      await probe.execute(sql);
    },
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
    max: options.connections ?? 5,
    application_name: options.role,
    options: `-c role=${options.role} -c statement_timeout=${options.statementTimeoutMs ?? 15_000}`,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
  });
  pool.on("error", options.onError);
  pool.on("connect", nameStatements);
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
