import { sql } from "kysely";
import type { Ids, MessageId, UserId } from "../../../../kernel/ids.ts";
import type { EventBus, PublishedEvent } from "../../../../platform/outbox/event-bus.ts";
import type { Database, Transaction } from "../../../../platform/postgres/database.ts";
import type { Streams } from "../../../../platform/stream/streams.ts";
import type { AutomaticFollow, Notifications, Raised, Telling } from "../../application/inbox/ports.ts";
import type { Kept, Notification, Place } from "../../domain/inbox/notification.ts";
import { detailOf } from "../../domain/inbox/reason.ts";
import type { Follow } from "../../domain/inbox/thread-follow.ts";
import type { NotificationRow, NotificationSchema } from "../schema.ts";
import { toNotification } from "./rows.ts";

type Tx = Transaction<NotificationSchema>;

/** How a notification is told to devices and to those who deliver it. */
export interface InboxEncoder {
  /** To one person's stream: what is new or changed, and what is gone. */
  changed(user: UserId, changed: readonly Kept[], removed: readonly Raised[], at: Date): Uint8Array;
  followed(follow: Follow, at: Date): Uint8Array;
  settingsChanged(user: UserId, at: Date): Uint8Array;
  raised(notifications: readonly Notification[]): PublishedEvent;
  withdrawn(notifications: readonly Pick<Raised, "id" | "userId">[]): PublishedEvent;
}

export interface NotificationStoreDeps {
  readonly database: Database<NotificationSchema>;
  readonly streams: Pick<Streams, "append" | "lock">;
  readonly events: Pick<EventBus, "dispatch">;
  readonly encoder: InboxEncoder;
  readonly ids: Ids;
  readonly now: () => Date;
}

/** Rows are written before the streams of their people are locked, everywhere. */
export function createNotifications(deps: NotificationStoreDeps): Notifications {
  const { database } = deps;
  const removing = (remove: (tx: Tx) => Promise<readonly Raised[]>): Promise<void> =>
    database.transaction(async (tx) => tellRemoved(deps, tx, await remove(tx)));
  return {
    raise: (tellings) =>
      tellings.length === 0 ? Promise.resolve() : database.transaction((tx) => raise(deps, tx, tellings)),
    ofText: (message, after, limit) => ofText(database, { message, after, limit }),
    withdrawMessage: (message) =>
      removing(async (tx) => {
        await sql`delete from notification.reminders where message_id = ${message}`.execute(tx.sql);
        return deleteRows(tx, sql`message_id = ${message}`);
      }),
    withdraw: (raised) => {
      if (raised.length === 0) return Promise.resolve();
      return removing((tx) => deleteRows(tx, sql`id = any(${raised.map(({ id }) => id)}::text[])`));
    },
    withdrawReactions: (message) =>
      removing((tx) => deleteRows(tx, sql`message_id = ${message} and cause = 'reaction'`)),
    leave: (user, channel, seq) =>
      removing(async (tx) => {
        const here = sql`user_id = ${user} and channel_id = ${channel}`;
        await sql`delete from notification.thread_follows where ${here} and read_seq < ${seq}`.execute(
          tx.sql,
        );
        await sql`delete from notification.mutes where ${here}`.execute(tx.sql);
        await sql`delete from notification.reminders where ${here} and seq < ${seq}`.execute(tx.sql);
        return deleteRows(tx, sql`${here} and seq < ${seq}`);
      }),
    forgetBefore: (at, limit) => database.transaction((tx) => forgetBefore(deps, tx, at, limit)),
    follow: (follows) => database.transaction((tx) => follow(deps, tx, follows)),
  };
}

interface WrittenRow extends NotificationRow {
  readonly added: boolean;
}

/** A later reaction makes its notification new; every other one that is there already changes in silence. */
export async function raise(
  deps: NotificationStoreDeps,
  tx: Tx,
  tellings: readonly Telling[],
): Promise<void> {
  const rows = tellings.map((telling) => toRow(telling, deps.ids));
  const { rows: written } = await sql<WrittenRow>`
    insert into notification.notifications as n (id, user_id, subject, cause, detail, channel_id, message_id,
      thread_root_id, in_channel, seq, actor_id, body, raised_at, listed, desktop, push, mail, held)
    select * from json_to_recordset(${JSON.stringify(rows)}) as r (id text, user_id text, subject text, cause text,
      detail text, channel_id text, message_id text, thread_root_id text, in_channel boolean, seq bigint,
      actor_id text, body text, raised_at timestamptz, listed boolean, desktop boolean, push text, mail boolean,
      held text)
    on conflict (user_id, subject) do update set
      cause = excluded.cause, detail = excluded.detail, actor_id = excluded.actor_id, listed = excluded.listed,
      raised_at = case when excluded.cause = 'reaction' then greatest(n.raised_at, excluded.raised_at)
        else n.raised_at end,
      read_at = case when excluded.cause = 'reaction' and excluded.raised_at > n.raised_at then null
        else n.read_at end,
      done_at = case when excluded.cause = 'reaction' and excluded.raised_at > n.raised_at then null
        else n.done_at end
    where (n.cause, n.detail, n.actor_id) is distinct from (excluded.cause, excluded.detail, excluded.actor_id)
    returning *, xmax = 0 as added`.execute(tx.sql);
  if (written.length === 0) return;
  await tell(deps, tx, written);
  const delivered = written.filter(
    ({ added, desktop, push, mail }) => added && (desktop || push !== "no" || mail),
  );
  if (delivered.length > 0) {
    await deps.events.dispatch(tx, [deps.encoder.raised(delivered.map((row) => toNotification(row)))]);
  }
}

/** To the devices of each person: what is in their inbox, or shown at once. */
async function tell(deps: NotificationStoreDeps, tx: Tx, rows: readonly NotificationRow[]): Promise<void> {
  const at = deps.now();
  const shown = rows.filter(({ listed, desktop }) => listed || desktop);
  await deps.streams.append(
    tx,
    shown.map((row) => ({
      stream: row.user_id,
      entry: deps.encoder.changed(row.user_id, [toNotification(row)], [], at),
    })),
  );
}

async function tellRemoved(deps: NotificationStoreDeps, tx: Tx, removed: readonly Raised[]): Promise<void> {
  if (removed.length === 0) return;
  await tellGone(deps, tx, removed);
  await deps.events.dispatch(tx, [deps.encoder.withdrawn(removed)]);
}

/** To the devices of each person. */
async function tellGone(deps: NotificationStoreDeps, tx: Tx, removed: readonly Raised[]): Promise<void> {
  const at = deps.now();
  const people = new Map<UserId, Raised[]>();
  for (const raised of removed) people.set(raised.userId, [...(people.get(raised.userId) ?? []), raised]);
  await deps.streams.append(
    tx,
    [...people].map(([user, gone]) => ({ stream: user, entry: deps.encoder.changed(user, [], gone, at) })),
  );
}

async function deleteRows(tx: Tx, which: ReturnType<typeof sql>): Promise<readonly Raised[]> {
  const { rows } = await sql<Raised>`
    delete from notification.notifications where ${which}
    returning id, user_id as "userId"`.execute(tx.sql);
  return rows;
}

/** Devices hear of what was still open; nobody delivers what is so old. Index: notifications_old. */
async function forgetBefore(
  deps: NotificationStoreDeps,
  tx: Tx,
  before: Date,
  limit: number,
): Promise<number> {
  const { rows } = await sql<Raised & { readonly open: boolean }>`
    delete from notification.notifications where id in (
      select id from notification.notifications
      where raised_at < ${before}::timestamptz and coalesce(snoozed_until, raised_at) < ${before}::timestamptz
      order by raised_at limit ${limit})
    returning id, user_id as "userId", listed and done_at is null as open`.execute(tx.sql);
  await tellGone(
    deps,
    tx,
    rows.filter(({ open }) => open),
  );
  return rows.length;
}

/** Index: notifications_of_message. */
async function ofText(
  { sql: db }: Database<NotificationSchema>,
  { message, after, limit }: { message: MessageId; after: UserId | undefined; limit: number },
): Promise<readonly Raised[]> {
  const rows = await db
    .selectFrom("notification.notifications")
    .select(["id", "user_id as userId"])
    .where("message_id", "=", message)
    .where("cause", "in", ["mention", "keyword"])
    .$if(after !== undefined, (query) => query.where(sql<boolean>`user_id > ${after}`))
    .orderBy("user_id")
    .limit(limit)
    .execute();
  return rows;
}

/** Who writes follows again, whatever they chose before; whose thread it is keeps to what they chose. */
async function follow(
  { streams, encoder, now }: NotificationStoreDeps,
  tx: Tx,
  follows: readonly AutomaticFollow[],
): Promise<void> {
  const rows = follows.map(({ userId, threadRootId, channelId, because, readSeq }) => ({
    ...{ user_id: userId, thread_root_id: threadRootId, channel_id: channelId },
    ...{ following: true, because, read_seq: String(readSeq) },
  }));
  const { rows: changed } = await sql<
    { user_id: UserId; read_seq: bigint } & Omit<AutomaticFollow, "readSeq">
  >`
    insert into notification.thread_follows as f (user_id, thread_root_id, channel_id, following, because, read_seq)
    select * from json_to_recordset(${JSON.stringify(rows)}) as r (user_id text, thread_root_id text,
      channel_id text, following boolean, because text, read_seq bigint)
    on conflict (user_id, thread_root_id) do update set
      following = true, read_seq = greatest(f.read_seq, excluded.read_seq)
    where excluded.because = 'wrote' and (not f.following or f.read_seq < excluded.read_seq)
    returning user_id as "userId", thread_root_id as "threadRootId", channel_id as "channelId", read_seq`.execute(
    tx.sql,
  );
  const at = now();
  await streams.append(
    tx,
    changed.map(({ read_seq: readSeq, ...one }) => ({
      stream: one.userId,
      entry: encoder.followed({ ...one, readSeq, following: true }, at),
    })),
  );
}

function toRow(telling: Telling, ids: Ids) {
  const { userId, reason, place, actorId, text, raisedAt, decision } = telling;
  return {
    id: ids.next("ntf"),
    user_id: userId,
    subject: subjectOf(telling),
    cause: reason.cause,
    detail: detailOf(reason),
    ...placeColumns(place),
    actor_id: actorId,
    body: text,
    raised_at: raisedAt,
    ...decision,
  };
}

/** What is left out is null. */
function placeColumns(place: Place | undefined) {
  if (place === undefined) return { in_channel: true };
  const { channelId: channel_id, seq, message } = place;
  const here = { channel_id, seq: String(seq) };
  if (message === undefined) return { ...here, in_channel: true };
  const { id: message_id, threadRootId: thread_root_id, inChannel: in_channel } = message;
  return { ...here, message_id, thread_root_id, in_channel };
}

/** What somebody is told of once. */
function subjectOf({ reason, place, of }: Telling): string {
  if (of !== undefined) return of;
  if (reason.cause === "invitation") return `invitation ${place?.channelId}`;
  return reason.cause === "reaction" ? `reaction ${place?.message?.id}` : `${place?.message?.id}`;
}
