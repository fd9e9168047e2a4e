import { sql } from "kysely";
import type { Database, Transaction } from "../../postgres/database.ts";
import type { Relationship } from "../authorizer.ts";

/** What PostgreSQL knows of the mirror. */
export interface MirrorRow {
  readonly owner: string;
  readonly revision: bigint;
  readonly token: string;
  /** Up to where all relationships were copied; null: to the end. */
  readonly copied: readonly string[] | null;
}

export interface MirrorState {
  /** All relationships were copied once. */
  readonly complete: boolean;
  /** Something has changed since that the mirror was not told. */
  readonly behind: boolean;
  readonly token: string;
  readonly revision: bigint;
}

/** Relationships that changed, by how they are now. */
export interface Waiting {
  readonly ids: readonly bigint[];
  readonly touch: readonly Relationship[];
  readonly remove: readonly Relationship[];
}

/** The beginning of a copy: before every relationship. */
export const FROM_THE_START: readonly string[] = ["", "", ""];

// Whoever has their turn writes to SpiceDB meanwhile; a question does not wait for longer than that.
const PATIENCE_MS = 2_000;

export class MirrorStore {
  readonly #database: Database<unknown>;

  constructor(database: Database<unknown>) {
    this.#database = database;
  }

  /** From here on every change of a relationship is in the outbox. */
  async ensureRow(): Promise<void> {
    await this.#database.transaction(async ({ sql: db }) => {
      const { rows } = await sql`select from authz.mirror`.execute(db);
      if (rows.length > 0) return;
      // Waits for those who have written without a row to see; who comes later sees it.
      await sql`lock table authz.relation_tuples in share mode`.execute(db);
      await sql`insert into authz.mirror default values on conflict do nothing`.execute(db);
    });
  }

  /** Whatever was committed before is in what the token stands for, unless the mirror is behind. */
  async state(): Promise<MirrorState> {
    const { rows } = await sql<MirrorState>`
      select copied is null as complete, exists (select from authz.outbox) as behind, token, revision
      from authz.mirror`.execute(this.#database.sql);
    const [state] = rows;
    if (state === undefined) throw new Error("authz.mirror has no row: the mirror was given up");
    return state;
  }

  /** Has the store emptied and filled again, whatever it holds. False where nothing is mirrored. */
  async resync(): Promise<boolean> {
    const { numAffectedRows } = await sql`
      update authz.mirror set revision = revision + 2, copied = ${FROM_THE_START}`.execute(
      this.#database.sql,
    );
    return numAffectedRows === 1n;
  }

  /** From here on nothing is mirrored. False where nothing was. */
  leave(): Promise<boolean> {
    return this.#database.transaction(async ({ sql: db }) => {
      const { numAffectedRows } = await sql`delete from authz.mirror`.execute(db);
      await sql`delete from authz.outbox`.execute(db);
      return numAffectedRows === 1n;
    });
  }

  /** One at a time, whatever the process; throws where others have it for longer than that. */
  inTurn<T>(work: (turn: Turn) => Promise<T>, patienceMs: number = PATIENCE_MS): Promise<T> {
    return this.#database.transaction(async (tx) => {
      await sql`select set_config('lock_timeout', ${String(patienceMs)}, true)`.execute(tx.sql);
      const { rows } = await sql<MirrorRow>`
        select owner, revision, token, copied from authz.mirror for update`.execute(tx.sql);
      const [row] = rows;
      if (row === undefined) throw new Error("authz.mirror has no row: the mirror was given up");
      return work(new Turn(tx, row));
    });
  }
}

/** What whoever has the turn reads and writes, in one transaction. */
export class Turn {
  readonly row: MirrorRow;
  readonly #tx: Transaction<unknown>;

  constructor(tx: Transaction<unknown>, row: MirrorRow) {
    this.#tx = tx;
    this.row = row;
  }

  /** Of the oldest entries of the outbox, each relationship once. */
  async waiting(limit: number): Promise<Waiting> {
    const { rows } = await sql<Relationship & { id: bigint; present: boolean }>`
      select o.id, o.resource, o.relation, o.subject, t.resource is not null as present
      from (select id, resource, relation, subject from authz.outbox order by id limit ${limit}) o
      left join authz.relation_tuples t using (resource, relation, subject)`.execute(this.#tx.sql);
    const changed = new Map(rows.map((row) => [`${row.resource}#${row.relation}@${row.subject}`, row]));
    const distinct = [...changed.values()];
    return {
      ids: rows.map((row) => row.id),
      touch: distinct.filter((row) => row.present),
      remove: distinct.filter((row) => !row.present),
    };
  }

  /** In the order of their names. */
  async page(after: readonly string[], limit: number): Promise<readonly Relationship[]> {
    const [resource, relation, subject] = after;
    const { rows } = await sql<Relationship>`
      select resource, relation, subject from authz.relation_tuples
      where (resource, relation, subject) > (${resource}, ${relation}, ${subject})
      order by resource, relation, subject limit ${limit}`.execute(this.#tx.sql);
    return rows;
  }

  async save({ revision, token, copied }: Omit<MirrorRow, "owner">): Promise<void> {
    await sql`
      update authz.mirror set revision = ${revision}, token = ${token}, copied = ${copied}`.execute(
      this.#tx.sql,
    );
  }

  async told(ids: readonly bigint[]): Promise<void> {
    await sql`delete from authz.outbox where id = any(${ids}::bigint[])`.execute(this.#tx.sql);
  }
}
