import { sql } from "kysely";
import type { Database } from "../../../platform/postgres/database.ts";
import type { ChannelSchema } from "./schema.ts";

/** How many channels there are that are not archived, by kind, and how many are. */
export interface ChannelCount {
  readonly public: number;
  readonly private: number;
  /** Direct conversations, of two or more. */
  readonly direct: number;
  readonly archived: number;
}

export async function countChannels({ sql: db }: Database<ChannelSchema>): Promise<ChannelCount> {
  const living = sql`archived_at is null`;
  return db
    .selectFrom("channel.channels")
    .select([
      sql<number>`count(*) filter (where ${living} and kind = 'public')::int`.as("public"),
      sql<number>`count(*) filter (where ${living} and kind = 'private')::int`.as("private"),
      sql<number>`count(*) filter (where ${living} and kind in ('direct', 'group_direct'))::int`.as("direct"),
      sql<number>`count(archived_at)::int`.as("archived"),
    ])
    .executeTakeFirstOrThrow();
}
