import type { Database } from "../../../platform/postgres/database.ts";
import type { ChannelFacade } from "../application/facade.ts";
import { createMemberLevels } from "./member-levels.ts";
import {
  channelById,
  channelsOfOrg,
  membershipOf,
  membersOf,
  myChannels,
  peopleSharing,
  readableChannels,
} from "./queries.ts";
import { peopleOf } from "./rows.ts";
import type { ChannelSchema } from "./schema.ts";

export function createChannelDirectory({ sql: db }: Database<ChannelSchema>): ChannelFacade {
  const findRole: ChannelFacade["findRole"] = async (channelId, userId) =>
    (await membershipOf(db, channelId, userId).select("role").executeTakeFirst())?.role;

  return {
    findRole,
    isMember: async (channelId, userId) => (await findRole(channelId, userId)) !== undefined,
    async channelsOf(userId) {
      const rows = await db
        .selectFrom("channel.members")
        .select("channel_id")
        .where("user_id", "=", userId)
        .execute();
      return rows.map((row) => row.channel_id);
    },
    async membershipsOf(userId) {
      const rows = await myChannels(db, userId)
        .select(["m.channel_id", "c.kind", "m.read_seq", "m.notification_level"])
        .execute();
      return rows.map((row) => ({
        channelId: row.channel_id,
        kind: row.kind,
        readSeq: row.read_seq,
        notificationLevel: row.notification_level,
      }));
    },
    async memberIds(channelId, limit) {
      const rows = await membersOf(db, channelId).select("user_id").orderBy("user_id").limit(limit).execute();
      return rows.map((row) => row.user_id);
    },
    ...createMemberLevels(db),
    ...createReadPositions(db),
    async sharedWith(userId) {
      const rows = await peopleSharing(db, userId).execute();
      return new Set(rows.map((row) => row.user_id));
    },
    async channelsOfOrg(orgId, after, limit) {
      const rows = await channelsOfOrg(db, orgId, after).select("id").limit(limit).execute();
      return rows.map((row) => row.id);
    },
    async readableBy(userId, publicOf) {
      const rows = await readableChannels(db, userId, publicOf).execute();
      return rows.map(({ id, name, direct_key }) => ({
        id,
        name,
        people: direct_key === null ? [] : peopleOf(direct_key),
      }));
    },
    async describe(channelId) {
      const row = await channelById(db, channelId).executeTakeFirst();
      if (row === undefined) return undefined;
      const { id, org_id: orgId, kind, name, archived_at, member_count: memberCount, closed } = row;
      return { id, orgId, kind, name, archived: archived_at !== null, memberCount, closed };
    },
  };
}

function createReadPositions(db: Database<ChannelSchema>["sql"]): Pick<ChannelFacade, "readPositions"> {
  return {
    async readPositions(userId, channelIds) {
      if (channelIds.length === 0) return new Map();
      const rows = await db
        .selectFrom("channel.members")
        .select(["channel_id", "read_seq"])
        .where("user_id", "=", userId)
        .where("channel_id", "in", channelIds)
        .execute();
      return new Map(rows.map((row) => [row.channel_id, row.read_seq]));
    },
  };
}
