import type { Selectable } from "kysely";
import type { Clock } from "../../../../kernel/clock.ts";
import type { ScheduledId, UserId } from "../../../../kernel/ids.ts";
import type { Database, Transaction } from "../../../../platform/postgres/database.ts";
import type { Bus } from "../../../../platform/realtime/local-bus.ts";
import type { Attempt, ScheduledMessages, Try } from "../../application/scheduled/ports.ts";
import { refuse } from "../../domain/errors.ts";
import type { Scheduled } from "../../domain/scheduled.ts";
import type { MessageStoreDeps } from "../posting.ts";
import type { MessageSchema, ScheduledTable } from "../schema.ts";

type Tx = Transaction<MessageSchema>;

type Row = Selectable<ScheduledTable>;

const MOST_SCHEDULED = 100;
/** Longer than posting takes where nothing is broken; what takes longer is tried twice, and is one message. */
const CLAIM_MS = 10_000;

export interface ScheduledStoreDeps extends MessageStoreDeps {
  /** Carries the moments at which something is due to whoever waits for them, in milliseconds since 1970. */
  readonly planned: Bus<number>;
  readonly clock: Clock;
}

/** Rows are locked before the person's stream, everywhere; none is held while a message is being posted. */
export function createScheduledMessages({ planned, clock, ...store }: ScheduledStoreDeps): ScheduledMessages {
  const { database, streams } = store;
  const tell = (tx: Tx, { by, id }: Scheduled) =>
    streams.append(tx, [{ stream: by, entry: store.encoder.scheduled({ by, id, at: clock.now() }) }]);
  const wake = (tx: Tx, { sendAt }: Scheduled) => tx.afterCommit(() => planned.publish(sendAt.getTime()));
  const claim = async (tx: Tx, row: Row): Promise<Scheduled> => {
    const change = { claimed: true, failure: null, due_at: new Date(clock.now().getTime() + CLAIM_MS) };
    await tx.sql.updateTable("message.scheduled").set(change).where("id", "=", row.id).execute();
    return toScheduled(row);
  };
  /** Where the one who tries it dies, somebody else does when the claim has run out. */
  const settle = async (scheduled: Scheduled, attempt: Try): Promise<Attempt> => {
    const outcome = await attempt(scheduled);
    await database.transaction(async (tx) => {
      const isChange = await write(tx, scheduled.id, outcome);
      if (isChange && outcome.kind !== "later") await tell(tx, scheduled);
    });
    return outcome;
  };

  return {
    add: (scheduled) =>
      database.transaction(async (tx) => {
        await streams.lock(tx, [scheduled.by]);
        await assertRoom(tx, scheduled.by);
        await tx.sql.insertInto("message.scheduled").values(toRow(scheduled)).execute();
        await tell(tx, scheduled);
        wake(tx, scheduled);
      }),
    list: (of) => listOf(database, of),
    edit: (of, id, change) =>
      database.transaction(async (tx) => {
        const edited = change(toScheduled(await locked(tx, of, id)));
        await tx.sql.updateTable("message.scheduled").set(toRow(edited)).where("id", "=", id).execute();
        await tell(tx, edited);
        wake(tx, edited);
        return edited;
      }),
    remove: (of, id) =>
      database.transaction(async (tx) => {
        const row = await locked(tx, of, id);
        await erase(tx, id);
        await tell(tx, toScheduled(row));
      }),
    async tryNow(of, id, attempt) {
      const mine = await database.transaction(async (tx) => claim(tx, await locked(tx, of, id)));
      return settle(mine, attempt);
    },
    async tryDue(now, attempt) {
      const due = await database.transaction(async (tx) => {
        const row = await firstDue(tx, now);
        return row && claim(tx, row);
      });
      return due && settle(due, attempt);
    },
    async nextDue() {
      const rows = database.sql.selectFrom("message.scheduled").select("due_at").where("failure", "is", null);
      return (await rows.orderBy("due_at").limit(1).executeTakeFirst())?.due_at;
    },
  };
}

/** Index: scheduled_of. */
async function listOf({ sql }: Database<MessageSchema>, of: UserId): Promise<readonly Scheduled[]> {
  const rows = sql.selectFrom("message.scheduled").selectAll().where("user_id", "=", of);
  return (await rows.orderBy("send_at").orderBy("id").execute()).map(toScheduled);
}

/** Index: scheduled_due. What another process claims at this moment is passed over. */
function firstDue(tx: Tx, now: Date): Promise<Row | undefined> {
  const due = tx.sql.selectFrom("message.scheduled").selectAll().where("failure", "is", null);
  return due
    .where("due_at", "<=", now)
    .orderBy("due_at")
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

/** One that nobody is sending; throws SCHEDULED_NOT_FOUND, SCHEDULED_BEING_SENT. */
async function locked(tx: Tx, of: UserId, id: ScheduledId): Promise<Row> {
  const mine = tx.sql
    .selectFrom("message.scheduled")
    .selectAll()
    .where("id", "=", id)
    .where("user_id", "=", of);
  const row = await mine.forUpdate().executeTakeFirst();
  if (row === undefined) throw refuse("SCHEDULED_NOT_FOUND");
  if (row.claimed) throw refuse("SCHEDULED_BEING_SENT");
  return row;
}

/** False where it is gone already. */
async function erase(tx: Tx, id: ScheduledId): Promise<boolean> {
  const { numDeletedRows } = await tx.sql
    .deleteFrom("message.scheduled")
    .where("id", "=", id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** What came of an attempt. False where it is gone already. */
async function write(tx: Tx, id: ScheduledId, outcome: Attempt): Promise<boolean> {
  if (outcome.kind === "sent") return erase(tx, id);
  const change = outcome.kind === "failed" ? { failure: outcome.reason } : { due_at: outcome.at };
  const { numUpdatedRows } = await tx.sql
    .updateTable("message.scheduled")
    .set({ ...change, claimed: outcome.kind === "later" && outcome.mayBeSent })
    .where("id", "=", id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function assertRoom(tx: Tx, of: UserId): Promise<void> {
  const { planned } = await tx.sql
    .selectFrom("message.scheduled")
    .select((eb) => eb.cast<number>(eb.fn.countAll(), "integer").as("planned"))
    .where("user_id", "=", of)
    .executeTakeFirstOrThrow();
  if (planned >= MOST_SCHEDULED) throw refuse("TOO_MANY_SCHEDULED", { limit: MOST_SCHEDULED });
}

const toRow = (scheduled: Scheduled): Row => ({
  id: scheduled.id,
  user_id: scheduled.by,
  org_id: scheduled.orgId,
  channel_id: scheduled.channelId,
  thread_root_id: scheduled.threadRootId ?? null,
  also_in_channel: scheduled.alsoInChannel,
  body: scheduled.text,
  send_at: scheduled.sendAt,
  due_at: scheduled.sendAt,
  claimed: false,
  failure: scheduled.failure ?? null,
});

const toScheduled = (row: Row): Scheduled => ({
  id: row.id,
  by: row.user_id,
  orgId: row.org_id,
  channelId: row.channel_id,
  threadRootId: row.thread_root_id ?? undefined,
  alsoInChannel: row.also_in_channel,
  text: row.body,
  sendAt: row.send_at,
  failure: row.failure ?? undefined,
});
