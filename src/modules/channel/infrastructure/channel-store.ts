import { type Kysely, sql } from "kysely";
import type { ChannelId, UserId } from "../../../kernel/ids.ts";
import type { Authorizer } from "../../../platform/authz/authorizer.ts";
import type { Database, Transaction } from "../../../platform/postgres/database.ts";
import type { Streams } from "../../../platform/stream/streams.ts";
import type { ChannelStore, ChannelTransaction } from "../application/ports.ts";
import { refuse } from "../domain/errors.ts";
import { channelById, defaultChannels, membershipOf, membersOf, myDirect } from "./queries.ts";
import type { Recorder } from "./recorder.ts";
import { directKey, toChannel, toMembership, toMyChannel } from "./rows.ts";
import type { ChannelSchema } from "./schema.ts";

interface ChannelStoreDeps {
  readonly database: Database<ChannelSchema>;
  readonly streams: Streams;
  readonly authorizer: Pick<Authorizer, "permit">;
  readonly record: Recorder;
}

/**
 * Why no two transactions of this context wait for each other in a circle: each takes its locks in the
 * order claim, channel row, membership rows, stream heads, and never goes back.
 *
 * - A transaction makes at most one claim and locks at most one channel row that others can see.
 * - Membership rows that are to be changed or deleted are locked before the streams. They are inserted
 *   after, because a newcomer's read position is the head of the log; but only who holds the channel row
 *   inserts or deletes its memberships, so an insert never waits.
 * - Moving a read position locks no channel row: one membership, then one personal stream. So does
 *   placing channels, with a person's memberships in the order of the channels' ids.
 * - Stream heads are locked in the order of their names, by one call: `lockLog` locks all that the
 *   append of the same transaction needs, and the fence finds its head locked by the append.
 * - What follows, relationships and the outbox, is written for channels whose lock is held.
 *
 * What remains is two channels that take each other's names in the same moment: PostgreSQL lets one
 * give way, and its transaction runs again.
 */
export function createChannelStore(deps: ChannelStoreDeps): ChannelStore {
  return { transact: (work) => deps.database.transaction((tx) => work(transactionOn(tx, deps))) };
}

function transactionOn(
  tx: Transaction<ChannelSchema>,
  { streams, authorizer, record }: ChannelStoreDeps,
): ChannelTransaction {
  return {
    async claimDirect(people, member) {
      await claim(tx.sql, `channel.direct ${directKey(people)}`);
      const row = await myDirect(tx.sql, people, member).selectAll().executeTakeFirst();
      return row && toMyChannel(row);
    },
    async claimDefaults(orgId) {
      await claim(tx.sql, `channel.defaults ${orgId}`);
      const rows = await defaultChannels(tx.sql, orgId).execute();
      return rows.map(toChannel);
    },
    lockChannel: (id) => lockChannel(tx.sql, id),
    async accessChannel(id, userId, right) {
      const channel = await lockChannel(tx.sql, id);
      // Nobody can gain or lose a role in the channel until the lock is gone.
      const permit = await authorizer.permit(userId, right, id, "fresh");
      if (permit === undefined) throw refuse("RIGHT_LOST", { channelId: id });
      return channel;
    },
    accessMembership: (channelId, userId) => accessMembership(tx.sql, channelId, userId),
    accessMemberships: (userId, channels) => accessMemberships(tx.sql, userId, channels),
    findFirstMember: (channelId, except) => findFirstMember(tx.sql, channelId, except),
    async present(channelId, people) {
      const rows = await membersOf(tx.sql, channelId)
        .select("user_id")
        .where(sql<boolean>`user_id = any(${people})`)
        .execute();
      return new Set(rows.map((row) => row.user_id));
    },
    async joinedByGroup(channelId, among) {
      const rows = await membersOf(tx.sql, channelId)
        .select("user_id")
        .where("by_group", "=", true)
        .$if(among !== undefined, (query) => query.where(sql<boolean>`user_id = any(${among})`))
        .orderBy("user_id")
        .execute();
      return rows.map((row) => row.user_id);
    },
    async lockLog(channelId, people) {
      const heads = await streams.lock(tx, [channelId, ...people]);
      return heads.get(channelId)?.head ?? 0n;
    },
    record: (events, occasion) => record(tx, events, occasion),
  };
}

type Db = Kysely<ChannelSchema>;

/** Lasts until the end of the transaction, also where there is no row to lock yet. */
async function claim(db: Db, what: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${what}, 0))`.execute(db);
}

async function lockChannel(db: Db, id: ChannelId) {
  const row = await channelById(db, id).forUpdate().executeTakeFirst();
  if (row === undefined) throw refuse("CHANNEL_NOT_FOUND", { channelId: id });
  return toChannel(row);
}

async function accessMembership(db: Db, channelId: ChannelId, userId: UserId) {
  const row = await membershipOf(db, channelId, userId).selectAll().forUpdate().executeTakeFirst();
  if (row === undefined) throw refuse("MEMBER_NOT_FOUND", { channelId, userId });
  return toMembership(row);
}

async function accessMemberships(db: Db, userId: UserId, channels: readonly ChannelId[]) {
  const rows = await db
    .selectFrom("channel.members")
    .selectAll()
    .where("user_id", "=", userId)
    .where(sql<boolean>`channel_id = any(${channels})`)
    .orderBy("channel_id")
    .forUpdate()
    .execute();
  const found = new Set(rows.map((row) => row.channel_id));
  const missing = channels.find((channelId) => !found.has(channelId));
  if (missing !== undefined) throw refuse("MEMBER_NOT_FOUND", { channelId: missing, userId });
  return rows.map(toMembership);
}

async function findFirstMember(db: Db, channelId: ChannelId, except: UserId) {
  const row = await membersOf(db, channelId)
    .selectAll()
    .where("user_id", "!=", except)
    .orderBy(sql`array_position(array['admin', 'moderator', 'member'], role)`)
    .orderBy("joined_at")
    .orderBy("user_id")
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  return row && toMembership(row);
}
