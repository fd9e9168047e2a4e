import { type Kysely, sql } from "kysely";
import type { ChannelId, UserId } from "../../kernel/ids.ts";
import type { Database, OpenTransaction } from "../postgres/database.ts";
import { type Bus, createLocalBus } from "../realtime/local-bus.ts";
import type { Codec } from "../signals/signals.ts";

/** A stream is named by what it belongs to: a channel's log, a person's stream. */
export type StreamId = ChannelId | UserId;

export interface Append {
  readonly stream: StreamId;
  /** An encoded chatter.stream.v1.Entry. */
  readonly entry: Uint8Array;
}

/**
 * Entries that were committed, in order and without a gap from the first on. An announcement without
 * entries tells that there are some before the first, which were too long to come along.
 */
export interface Appended {
  readonly stream: StreamId;
  readonly firstSeq: bigint;
  readonly entries: readonly Uint8Array[];
}

/** An encoded entry that takes the place of the one at seq. */
export interface Blank {
  readonly seq: bigint;
  readonly entry: Uint8Array;
}

export interface Head {
  /** The seq of the latest entry; 0 before the first. */
  readonly head: bigint;
  /** Raised when somebody loses a right; see `fence`. */
  readonly epoch: bigint;
}

/** What a reader gets: entries after its position, and how far the stream goes. */
export interface Page extends Appended {
  readonly head: bigint;
}

/**
 * Durable streams. An entry that was read or announced is committed; announcements are hints that may
 * be lost, doubled or late, so a reader that sees a jump reads what lies between.
 */
export interface Streams {
  /** Appends in the caller's transaction and announces after its commit; answers the seqs in order. */
  append(tx: OpenTransaction, items: readonly Append[]): Promise<readonly bigint[]>;
  /** Locks heads until the transaction ends, so that what was read under the lock stays true. */
  lock(tx: OpenTransaction, streams: readonly StreamId[]): Promise<ReadonlyMap<string, Head>>;
  /** Makes every permission to write that was given before the commit of this transaction void. */
  fence(tx: OpenTransaction, stream: StreamId): Promise<void>;
  /** Puts entries without their content in the place of those that had it, for good. */
  redact(tx: OpenTransaction, stream: StreamId, blanks: readonly Blank[]): Promise<void>;
  /** Deletes the entries of a stream that nobody will read any more. May be called again. */
  forget(stream: UserId): Promise<void>;
  /** For a context that appends inside a statement of its own: call it after the commit. */
  announce(appended: Appended): void;
  subscribe(listener: (appended: Appended) => void): () => void;
  read(stream: StreamId, after: bigint, limit: number): Promise<Page>;
  /** The entries at these positions, in the order of the stream and from one snapshot. */
  readAt(stream: StreamId, seqs: readonly bigint[]): Promise<readonly Uint8Array[]>;
  /** The channels that have a log, in the order of their ids, from after the given one on. */
  channels(after: ChannelId | undefined, limit: number): Promise<readonly ChannelId[]>;
  /** Streams without an entry are left out. */
  heads(streams: readonly StreamId[]): Promise<ReadonlyMap<string, Head>>;
}

interface StreamSchema {
  "stream.heads": { stream: string; head: bigint; epoch: bigint };
  "stream.entries": { stream: string; seq: bigint; entry: Buffer };
}

/** How an announcement travels to other servers. */
export const appendedCodec: Codec<Appended> = {
  toJson: ({ stream, firstSeq, entries }) => [
    stream,
    String(firstSeq),
    ...entries.map((entry) => Buffer.from(entry).toString("base64")),
  ],
  shorten: ({ stream, firstSeq, entries }) => ({
    stream,
    firstSeq: firstSeq + BigInt(entries.length),
    entries: [],
  }),
  fromJson(json) {
    const [stream, firstSeq = "0", ...entries] = json as string[];
    return {
      stream: stream as StreamId,
      firstSeq: BigInt(firstSeq),
      entries: entries.map((entry) => Buffer.from(entry, "base64")),
    };
  },
};

/** The database is that of the role chatter_stream. The bus carries announcements to all servers. */
export function createStreams(
  database: Database<unknown>,
  { publish: announce, subscribe }: Bus<Appended> = createLocalBus(),
): Streams {
  const db = database.sql as Kysely<StreamSchema>;

  return {
    announce,
    async append(tx, items) {
      const streams = items.map((item) => item.stream);
      const entries = items.map((item) => Buffer.from(item.entry));
      const { rows } = await sql<{ seqs: bigint[] }>`
        select stream.append(${streams}, ${entries}) as seqs`.execute(tx.sql);
      const seqs = rows[0]?.seqs ?? [];
      tx.afterCommit(() => groupByStream(items, seqs).forEach(announce));
      return seqs;
    },
    async lock(tx, streams) {
      const { rows } = await sql<{ stream: string } & Head>`select * from stream.lock(${streams})`.execute(
        tx.sql,
      );
      return new Map(rows.map(({ stream, head, epoch }) => [stream, { head, epoch }]));
    },
    async fence(tx, stream) {
      await sql`select stream.fence(${stream})`.execute(tx.sql);
    },
    async redact(tx, stream, blanks) {
      const seqs = blanks.map((blank) => blank.seq);
      const entries = blanks.map((blank) => Buffer.from(blank.entry));
      await sql`select stream.redact(${stream}, ${seqs}, ${entries})`.execute(tx.sql);
    },
    async forget(stream) {
      await sql`delete from stream.entries where stream = ${stream}`.execute(db);
    },
    subscribe,
    read: (stream, after, limit) => readPage(db, stream, after, limit),
    async channels(after = "" as ChannelId, limit) {
      const { rows } = await sql<{ stream: ChannelId }>`
        select stream from stream.heads where starts_with(stream, 'chn_') and stream > ${after}
        order by stream limit ${limit}`.execute(db);
      return rows.map(({ stream }) => stream);
    },
    async readAt(stream, seqs) {
      const { rows } = await sql<{ entry: Buffer }>`
        select entry from stream.entries where stream = ${stream} and seq = any(${seqs}::bigint[])
        order by seq`.execute(db);
      return rows.map((row) => row.entry);
    },
    async heads(streams) {
      if (streams.length === 0) return new Map();
      const rows = await sql<{ stream: string } & Head>`
        select stream, head, epoch from stream.heads where stream = any(${streams})`.execute(db);
      return new Map(rows.rows.map(({ stream, head, epoch }) => [stream, { head, epoch }]));
    },
  };
}

async function readPage(
  db: Kysely<StreamSchema>,
  stream: StreamId,
  after: bigint,
  limit: number,
): Promise<Page> {
  // One snapshot for both: entries up to a head that a later statement reads could be cut off.
  const { rows } = await sql<{ head: bigint; seq: bigint | null; entry: Buffer | null }>`
    select h.head, e.seq, e.entry from stream.heads h
    left join lateral (
      select seq, entry from stream.entries
      where stream = ${stream} and seq > ${after} order by seq limit ${sql.lit(limit)}
    ) e on true
    where h.stream = ${stream} order by e.seq`.execute(db);
  const entries = rows.flatMap((row) => (row.entry === null ? [] : [row.entry]));
  return { stream, firstSeq: after + 1n, entries, head: rows[0]?.head ?? 0n };
}

function groupByStream(items: readonly Append[], seqs: readonly bigint[]): Appended[] {
  const groups = new Map<StreamId, { firstSeq: bigint; entries: Uint8Array[] }>();
  items.forEach(({ stream, entry }, index) => {
    const group = groups.get(stream) ?? { firstSeq: seqs[index] ?? 0n, entries: [] };
    group.entries.push(entry);
    groups.set(stream, group);
  });
  return [...groups].map(([stream, group]) => ({ stream, ...group }));
}
