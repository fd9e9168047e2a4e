import { type RawBuilder, sql } from "kysely";
import type { MessageId } from "../../../../kernel/ids.ts";
import type { Database } from "../../../../platform/postgres/database.ts";
import type { HitPlace, IndexQuery, SavedBy, SearchIndex } from "../../application/search/ports.ts";
import { type Expression, fact } from "../../domain/search/expression.ts";
import { inFact } from "../../domain/search/lexemes.ts";
import type { MessageSchema } from "../schema.ts";
import { viewsOf } from "../views.ts";
import { toTsquery } from "./notation.ts";

type Db = Database<MessageSchema>;

// What is common fills a page from the first segment; what is rare costs little in each.
const SEGMENTS_AT_ONCE = [1, 2, 4, 8] as const;
// A reader of few channels finds their messages by the index, one of many by looking at what was found.
const FEW_CHANNELS = 16;

export function createSearchIndex(database: Db): SearchIndex {
  return {
    async find(query) {
      const { time } = query;
      const { only, without } = query.saved;
      if (query.channels.length === 0 || time.to <= time.from) return [];
      if (only !== undefined && without !== undefined) return [];
      const segments = await segmentsOf(database, query);
      const expression = narrowed(query);
      const found: HitPlace[] = [];
      let after: HitPlace = query.after ?? { at: time.to, messageId: "" };
      for (let next = 0, step = 0; next < segments.length && found.length < query.limit; step++) {
        const count = SEGMENTS_AT_ONCE[step] ?? 8;
        const tsquery = toTsquery(segments.slice(next, next + count), expression);
        found.push(
          ...(await findIn(database, tsquery, { ...query, after, limit: query.limit - found.length })),
        );
        after = found.at(-1) ?? after;
        next += count;
      }
      return found;
    },
    views: (ids, reader) => viewsOf(database, ids, reader),
  };
}

function narrowed({ expression, channels }: IndexQuery): Expression {
  if (channels.length > FEW_CHANNELS) return expression;
  return { op: "all", of: [expression, { op: "any", of: channels.map((channel) => fact(inFact(channel))) }] };
}

/** Those that may hold something, the latest first. */
async function segmentsOf(
  database: Db,
  { time: { from, to }, after }: IndexQuery,
): Promise<readonly number[]> {
  const segments = await database.sql
    .selectFrom("message.search_segments")
    .select(["segment", "from_at", "latest_at"])
    .orderBy("from_at", "desc")
    .execute();
  const until = after === undefined || after.at > to ? to : after.at;
  return segments
    .filter(({ from_at, latest_at }) => from_at <= until && latest_at >= from)
    .map(({ segment }) => segment);
}

/** Index: search_lexemes. */
async function findIn(
  { sql: db }: Db,
  tsquery: string,
  query: IndexQuery & { readonly after: HitPlace },
): Promise<readonly HitPlace[]> {
  const { channels, time, after, limit, saved } = query;
  const asked = sql`${tsquery}::tsquery, ${channels}::text[], ${time.from}::timestamptz,
      ${time.to}::timestamptz, ${time.except.map(({ from }) => from)}::timestamptz[],
      ${time.except.map(({ to }) => to)}::timestamptz[], ${after.at}::timestamptz, ${after.messageId}, ${limit}::int`;
  const { rows } = await sql<{ message_id: MessageId; at: Date }>`
    select * from ${findBy(saved, asked)}`.execute(db);
  return rows.map(({ message_id, at }) => ({ messageId: message_id, at }));
}

function findBy({ only, without }: SavedBy, asked: RawBuilder<unknown>): RawBuilder<unknown> {
  if (only !== undefined) return sql`message.find_saved_lexemes(${only}, ${asked})`;
  if (without !== undefined) return sql`message.find_unsaved_lexemes(${without}, ${asked})`;
  return sql`message.find_lexemes(${asked})`;
}
