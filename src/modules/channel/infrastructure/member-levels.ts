import { type Kysely, sql } from "kysely";
import type { ChannelId, UserId } from "../../../kernel/ids.ts";
import type { ChannelFacade } from "../application/facade.ts";
import { membersOf } from "./queries.ts";
import type { ChannelSchema } from "./schema.ts";

type Db = Kysely<ChannelSchema>;

/** Of what members want to be told; index for those who want everything: members_everything. */
export function createMemberLevels(db: Db): Pick<ChannelFacade, "members" | "membersAmong"> {
  return {
    members: (channelId, { after, limit, level }) =>
      levelsOf(db, channelId)
        .$if(after !== undefined, (query) => query.where(sql<boolean>`user_id > ${after}`))
        // As a literal, or a prepared plan could not use the partial index.
        .$if(level !== undefined, (query) =>
          query.where("notification_level", "=", sql.lit(level ?? "default")),
        )
        .orderBy("user_id")
        .limit(limit)
        .execute(),
    async membersAmong(channelId, people) {
      if (people.length === 0) return [];
      return levelsOf(db, channelId).where("user_id", "=", sql<UserId>`any(${people})`).execute();
    },
  };
}

const levelsOf = (db: Db, channelId: ChannelId) =>
  membersOf(db, channelId).select(["user_id as userId", "notification_level as notificationLevel"]);
