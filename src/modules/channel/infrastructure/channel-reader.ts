import { sql } from "kysely";
import type { Database } from "../../../platform/postgres/database.ts";
import type { ChannelReader } from "../application/ports.ts";
import {
  channelById,
  membershipOf,
  membersOf,
  myChannels,
  myDirect,
  peopleSharing,
  publicChannels,
} from "./queries.ts";
import { toChannel, toMembership, toMyChannel } from "./rows.ts";
import type { ChannelSchema } from "./schema.ts";

export function createChannelReader({ sql: db }: Database<ChannelSchema>): ChannelReader {
  return {
    async findChannel(id) {
      const row = await channelById(db, id).executeTakeFirst();
      return row && toChannel(row);
    },
    async findMembership(channelId, userId) {
      const row = await membershipOf(db, channelId, userId).selectAll().executeTakeFirst();
      return row && toMembership(row);
    },
    async findDirect(people, member) {
      const row = await myDirect(db, people, member).selectAll().executeTakeFirst();
      return row && toMyChannel(row);
    },
    async listOf(userId) {
      const rows = await myChannels(db, userId).selectAll().execute();
      return rows.map(toMyChannel);
    },
    async openTo(groupId) {
      const rows = await db
        .selectFrom("channel.channels")
        .select("id")
        // As the partial index says it.
        .where(sql<boolean>`open_to <> '{}' and open_to @> ${[groupId]}::text[]`)
        .orderBy("id")
        .execute();
      return rows.map(({ id }) => id);
    },
    async search(search) {
      const rows = await publicChannels(db, search).execute();
      return rows.map(toChannel);
    },
    async listMembers(channelId, { after, limit }) {
      const members = membersOf(db, channelId).selectAll().orderBy("user_id").limit(limit);
      const rows = await (after === undefined ? members : members.where("user_id", ">", after)).execute();
      return rows.map(toMembership);
    },
    async sharing(userId, among) {
      const rows = await peopleSharing(db, userId)
        .where(sql<boolean>`other.user_id = any(${among})`)
        .execute();
      return new Set(rows.map((row) => row.user_id));
    },
  };
}
