import { type RawBuilder, sql } from "kysely";
import type { MessageId, UserId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import type { MessageView } from "../application/ports.ts";
import { PEOPLE_NAMED, type Reaction } from "../domain/reaction.ts";
import { type MessageRow, messageColumns, toMessage } from "./rows.ts";
import type { MessageSchema } from "./schema.ts";

export type ViewRow = MessageRow & { readonly reactions: Reaction[] | null };

/** What a view needs and no more: arrays that nobody looks at cost as much to read as the text. */
export const columns = sql.raw(messageColumns.map((column) => `m.${column}`).join(", "));

/** Only messages that have reactions cost a look at them. */
export function reactionsFor(reader: UserId | ""): RawBuilder<Reaction[] | null> {
  return sql`case when m.reaction_count > 0 then (
    select json_agg(json_build_object('emoji', r.emoji, 'count', r.count, 'userIds', r.users, 'mine', r.mine)
      order by r.first)
    from (
      select emoji, count(*) as count, (array_agg(user_id order by seq))[1:${sql.lit(PEOPLE_NAMED)}] as users,
        bool_or(user_id = ${reader}) as mine, min(seq) as first
      from message.reactions where message_id = m.id group by emoji) r
  ) end as reactions`;
}

export function toView(row: ViewRow): MessageView {
  return { message: toMessage(row), reactions: row.reactions ?? [] };
}

/** These messages as a reader sees them, in no order, without deleted ones; nobody is the reader ''. */
export async function viewsOf(
  { sql: db }: Database<MessageSchema>,
  ids: readonly (MessageId | "")[],
  reader: UserId | "",
): Promise<readonly MessageView[]> {
  const { rows } = await sql<ViewRow>`
    select ${columns}, ${reactionsFor(reader)} from message.messages m
    where m.id = any(${ids}::text[]) and m.deleted_at is null`.execute(db);
  return rows.map(toView);
}
