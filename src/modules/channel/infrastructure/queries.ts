import { type Kysely, sql } from "kysely";
import type { ChannelId, OrgId, UserId } from "../../../kernel/ids.ts";
import type { ChannelSearch } from "../application/ports.ts";
import { directKey } from "./rows.ts";
import type { ChannelSchema } from "./schema.ts";

type Db = Kysely<ChannelSchema>;

export const channelById = (db: Db, id: ChannelId) =>
  db.selectFrom("channel.channels").selectAll().where("id", "=", id);

/** Index: the primary key, for an installation is one organisation's. */
export const channelsOfOrg = (db: Db, orgId: OrgId, after: ChannelId | undefined) =>
  db
    .selectFrom("channel.channels")
    .where("org_id", "=", orgId)
    .$if(after !== undefined, (query) => query.where(sql<boolean>`id > ${after}`))
    .orderBy("id");

export const membersOf = (db: Db, channelId: ChannelId) =>
  db.selectFrom("channel.members").where("channel_id", "=", channelId);

export const membershipOf = (db: Db, channelId: ChannelId, userId: UserId) =>
  membersOf(db, channelId).where("user_id", "=", userId);

export const defaultChannels = (db: Db, orgId: OrgId) =>
  db
    .selectFrom("channel.channels")
    .selectAll()
    .where("org_id", "=", orgId)
    .where("is_default", "=", sql.lit(true));

export const myChannels = (db: Db, userId: UserId) =>
  db
    .selectFrom("channel.members as m")
    .innerJoin("channel.channels as c", "c.id", "m.channel_id")
    .where("m.user_id", "=", userId);

export const myDirect = (db: Db, people: readonly UserId[], userId: UserId) =>
  myChannels(db, userId).where("c.direct_key", "=", directKey(people));

/** Everybody in the channels of one person, the person too. */
export const peopleSharing = (db: Db, userId: UserId) =>
  db
    .selectFrom("channel.members as mine")
    .innerJoin("channel.members as other", "other.channel_id", "mine.channel_id")
    .select("other.user_id")
    .distinct()
    .where("mine.user_id", "=", userId);

export function publicChannels(db: Db, search: ChannelSearch) {
  let query = db
    .selectFrom("channel.channels")
    .selectAll()
    .where("org_id", "=", search.orgId)
    // As a literal, or a prepared plan could not use the partial index.
    .where((where) => {
      const open = where("kind", "=", sql.lit("public"));
      if (search.groupIds.length === 0) return open;
      return where.or([open, sql<boolean>`open_to && ${search.groupIds}::text[]`]);
    });
  if (!search.includeArchived) query = query.where("archived_at", "is", null);
  if (search.contained !== "") query = query.where(sql<boolean>`strpos(name, ${search.contained}) > 0`);
  if (search.after)
    query = query.where(sql<boolean>`(name, id) > (${search.after.name}, ${search.after.id})`);
  return query.orderBy("name").orderBy("id").limit(search.limit);
}

/** What somebody may read, as far as membership and being public tell. */
export function readableChannels(db: Db, userId: UserId, publicOf: OrgId | undefined) {
  const mine = myChannels(db, userId).select(["c.id", "c.name", "c.direct_key"]);
  if (publicOf === undefined) return mine;
  const open = db
    .selectFrom("channel.channels")
    .select(["id", "name", "direct_key"])
    .where("org_id", "=", publicOf)
    .where("kind", "=", sql.lit("public"));
  return mine.union(open);
}
