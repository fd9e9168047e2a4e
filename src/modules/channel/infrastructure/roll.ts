import { type Kysely, sql } from "kysely";
import type { Database } from "../../../platform/postgres/database.ts";
import type { ChannelReader } from "../application/ports.ts";
import type { Roll, RollQuery } from "../application/roll.ts";
import { toChannel } from "./rows.ts";
import type { ChannelSchema } from "./schema.ts";

export function createRoll({ sql: db }: Database<ChannelSchema>, reader: ChannelReader): Roll {
  return {
    async count(query) {
      const { channels } = await matching(db, query)
        .select((eb) => eb.cast<number>(eb.fn.countAll(), "integer").as("channels"))
        .executeTakeFirstOrThrow();
      return channels;
    },
    async channels(query, after = "", limit) {
      const page = matching(db, query)
        .selectAll()
        .where(sql<boolean>`id > ${after}`)
        .orderBy("id")
        .limit(limit);
      return (await page.execute()).map(toChannel);
    },
    members: (channelId, after, limit) => reader.listMembers(channelId, { after, limit }),
  };
}

function matching(db: Kysely<ChannelSchema>, { orgId, everything }: RollQuery) {
  const channels = db.selectFrom("channel.channels").where("org_id", "=", orgId);
  return everything ? channels : channels.where("kind", "=", "public");
}
