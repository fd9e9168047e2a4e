import { sql } from "kysely";
import type { Transaction } from "../../../../platform/postgres/database.ts";
import type { PollClosed, PollOptionAdded, PollTallied } from "../../domain/events.ts";
import type { MessageSchema } from "../schema.ts";

type Tx = Transaction<MessageSchema>;

/** Writes what happened to a poll into the row of its message. The channel's head is locked by the caller. */
export async function changePoll(
  tx: Tx,
  change: PollOptionAdded | PollTallied | PollClosed,
  seq: bigint,
): Promise<void> {
  const { messageId } = change;
  switch (change.type) {
    case "poll_option_added":
      await sql`
        update message.messages set further_seqs = further_seqs || ${seq}::bigint,
          poll = jsonb_set(poll, '{options}', poll -> 'options' || ${JSON.stringify(change.option)}::jsonb)
        where id = ${messageId}`.execute(tx.sql);
      return;
    case "poll_tallied": {
      const votes = JSON.stringify(
        Object.fromEntries(change.counts.map((count) => [count.optionId, count.votes])),
      );
      await sql`
        update message.messages set poll = poll || jsonb_build_object('voters', ${change.voters}::integer,
          'options', (
            select jsonb_agg(o.one || jsonb_build_object('votes', ${votes}::jsonb -> (o.one ->> 'id')) order by o.place)
            from jsonb_array_elements(poll -> 'options') with ordinality as o (one, place)))
        where id = ${messageId}`.execute(tx.sql);
      return;
    }
    case "poll_closed":
      await sql`
        update message.messages
        set poll = jsonb_set(poll, '{closedAt}', to_jsonb(${change.at.toISOString()}::text))
        where id = ${messageId}`.execute(tx.sql);
  }
}
