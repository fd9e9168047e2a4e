import { sql } from "kysely";
import type { Clock } from "../../../../kernel/clock.ts";
import type { MessageId } from "../../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../../platform/postgres/database.ts";
import type { Bus } from "../../../../platform/realtime/local-bus.ts";
import type { PreviewTasks } from "../../application/previews/ports.ts";
import type { MessageEvent } from "../../domain/events.ts";
import { messageColumns, toMessage } from "../rows.ts";
import type { MessageSchema } from "../schema.ts";

type Tx = Transaction<MessageSchema>;

/** Longer than reading all pages of a message may take. */
const CLAIM_MS = 60_000;
/** A page that takes the process down with it is not read for ever. */
const MOST_TRIES = 3;

export interface PreviewTaskDeps {
  readonly database: Database<MessageSchema>;
  readonly clock: Clock;
  /** Carries the moments at which something is due within this process, in milliseconds since 1970. */
  readonly due: Bus<number>;
}

export function createPreviewTasks({ database, clock }: PreviewTaskDeps): PreviewTasks {
  return {
    async doDue(now, work) {
      const until = new Date(clock.now().getTime() + CLAIM_MS);
      const id = await database.transaction((tx) => claim(tx, now, until));
      if (id === undefined) return undefined;
      const rows = database.sql.selectFrom("message.messages").select(messageColumns).where("id", "=", id);
      const row = await rows.where("deleted_at", "is", null).executeTakeFirst();
      if (row !== undefined) await work(toMessage(row));
      // Not where the message was edited meanwhile: then it is due again.
      const done = database.sql.deleteFrom("message.preview_tasks").where("message_id", "=", id);
      await done.where("due_at", "=", until).execute();
      return { id };
    },
    async nextDue() {
      const rows = database.sql.selectFrom("message.preview_tasks").select("due_at");
      return (await rows.orderBy("due_at").limit(1).executeTakeFirst())?.due_at;
    },
  };
}

/** Index: preview_tasks_due. What another process claims at this moment is passed over. */
async function claim(tx: Tx, now: Date, until: Date): Promise<MessageId | undefined> {
  await tx.sql
    .deleteFrom("message.preview_tasks")
    .where("due_at", "<=", now)
    .where("tries", ">=", MOST_TRIES)
    .execute();
  const { rows } = await sql<{ message_id: MessageId }>`
    update message.preview_tasks set due_at = ${until}, tries = tries + 1
    where message_id = (
      select message_id from message.preview_tasks where due_at <= ${now}
      order by due_at limit 1 for update skip locked)
    returning message_id`.execute(tx.sql);
  return rows[0]?.message_id;
}

/**
 * Notes which messages are to be looked at, of what a part of the log tells; in the transaction in which that part
 * counts as read. Also those that had a link before.
 */
export async function notePreviewTasks(
  { clock, due }: Omit<PreviewTaskDeps, "database">,
  tx: Tx,
  events: readonly MessageEvent[],
): Promise<void> {
  const written = events.flatMap((event) => {
    if (event.type === "posted") return mayLink(event.message.text) ? [event.message.id] : [];
    return event.type === "edited" ? [event.messageId] : [];
  });
  if (written.length === 0) return;
  const now = clock.now();
  const { numAffectedRows = 0n } = await sql`
    insert into message.preview_tasks (message_id, channel_id, due_at)
    select id, channel_id, ${now} from message.messages
    where id = any(${written}::text[]) and deleted_at is null
      and (position('://' in body) > 0 or previews is not null)
    on conflict (message_id) do update set due_at = excluded.due_at, tries = 0`.execute(tx.sql);
  if (numAffectedRows > 0n) tx.afterCommit(() => due.publish(now.getTime()));
}

const mayLink = (text: string): boolean => text.includes("://");
