import { sql } from "kysely";
import type { MessageId, UserId } from "../../../../kernel/ids.ts";
import type { Transaction } from "../../../../platform/postgres/database.ts";
import type { ThreadFollows } from "../../application/inbox/personal-ports.ts";
import type { Follow } from "../../domain/inbox/thread-follow.ts";
import type { NotificationSchema } from "../schema.ts";
import type { NotificationStoreDeps } from "./notifications.ts";

type Db = Transaction<NotificationSchema>["sql"];
type Deps = Pick<NotificationStoreDeps, "database" | "streams" | "encoder" | "now">;

export function createThreadFollows({ database, streams, encoder, now }: Deps): ThreadFollows {
  return {
    find: (user, thread) => find(database.sql, user, thread),
    async followed(user, limit) {
      const rows = of(database.sql, user).where(sql<boolean>`following`);
      return (await rows.orderBy("read_seq", "desc").limit(limit).execute()).map(toFollow);
    },
    async positions(user, threads) {
      if (threads.length === 0) return new Map();
      const rows = of(database.sql, user).where("thread_root_id", "=", sql<MessageId>`any(${threads})`);
      return new Map((await rows.execute()).map((row) => [row.thread_root_id, row.read_seq]));
    },
    change: (initial, change) =>
      database.transaction(async (tx) => {
        // The person's stream puts the changes of several devices into one order.
        await streams.lock(tx, [initial.userId]);
        const known = await find(tx.sql, initial.userId, initial.threadRootId);
        const follow = change(known ?? initial);
        if (follow === known || (known === undefined && follow === initial)) return follow;
        await save(tx.sql, follow);
        await streams.append(tx, [{ stream: follow.userId, entry: encoder.followed(follow, now()) }]);
        return follow;
      }),
  };
}

const of = (db: Db, user: UserId) =>
  db.selectFrom("notification.thread_follows").selectAll().where("user_id", "=", user);

async function find(db: Db, user: UserId, thread: MessageId): Promise<Follow | undefined> {
  const row = await of(db, user).where("thread_root_id", "=", thread).executeTakeFirst();
  return row && toFollow(row);
}

async function save(db: Db, follow: Follow): Promise<void> {
  const { userId, threadRootId, channelId, following, readSeq } = follow;
  const chosen = { following, read_seq: readSeq };
  await db
    .insertInto("notification.thread_follows")
    .values({
      ...{ user_id: userId, thread_root_id: threadRootId, channel_id: channelId, because: "chose" },
      ...chosen,
    })
    .onConflict((conflict) => conflict.columns(["user_id", "thread_root_id"]).doUpdateSet(chosen))
    .execute();
}

type Row = NotificationSchema["notification.thread_follows"];

const toFollow = (row: Row): Follow => ({
  userId: row.user_id,
  threadRootId: row.thread_root_id,
  channelId: row.channel_id,
  following: row.following,
  readSeq: row.read_seq,
});
