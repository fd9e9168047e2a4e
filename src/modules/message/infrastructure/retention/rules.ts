import { sql as text } from "kysely";
import type { OrgId } from "../../../../kernel/ids.ts";
import type { Database } from "../../../../platform/postgres/database.ts";
import type { RetentionRules } from "../../application/retention/ports.ts";
import type { ChannelRule, OrgRule } from "../../domain/retention.ts";
import type { ChannelRetentionRow, MessageSchema, RetentionRow } from "../schema.ts";

export function createRetentionRules({ sql }: Database<MessageSchema>): RetentionRules {
  const channelRules = () => sql.selectFrom("message.channel_retention").selectAll();
  return {
    async findOrg(orgId) {
      const rules = sql.selectFrom("message.retention").selectAll().where("org_id", "=", orgId);
      const row = await rules.executeTakeFirst();
      return row && toOrgRule(row);
    },
    async findChannel(channelId) {
      const row = await channelRules().where("channel_id", "=", channelId).executeTakeFirst();
      return row && toChannelRule(row);
    },
    async ofChannels(channels) {
      const rows = await channelRules().where(text<boolean>`channel_id = any(${channels})`).execute();
      return rows.map(toChannelRule);
    },
    async saveOrg({ orgId, channelsMayDiffer, ...rule }) {
      const row = { channels_may_differ: channelsMayDiffer, ...fromRule(rule) };
      await sql
        .insertInto("message.retention")
        .values({ org_id: orgId, ...row })
        .onConflict((conflict) => conflict.column("org_id").doUpdateSet(row))
        .execute();
    },
    async saveChannel({ channelId, orgId, ...rule }) {
      const row = fromRule(rule);
      await sql
        .insertInto("message.channel_retention")
        .values({ channel_id: channelId, org_id: orgId, ...row })
        .onConflict((conflict) => conflict.column("channel_id").doUpdateSet(row))
        .execute();
    },
    async removeChannel(channelId) {
      await sql.deleteFrom("message.channel_retention").where("channel_id", "=", channelId).execute();
    },
    async orgsThatErase() {
      const { rows } = await text<{ org_id: OrgId }>`
        select org_id from message.retention o where days is not null or (channels_may_differ and exists (
          select from message.channel_retention c where c.org_id = o.org_id and c.days is not null))
        order by org_id`.execute(sql);
      return rows.map((row) => row.org_id);
    },
  };
}

const fromRule = ({ days, by, at }: Pick<OrgRule, "days" | "by" | "at">) => ({
  days: days ?? null,
  changed_by: by,
  changed_at: at,
});

const toRule = ({ days, changed_by: by, changed_at: at }: RetentionRow | ChannelRetentionRow) => ({
  days: days ?? undefined,
  by,
  at,
});

const toOrgRule = (row: RetentionRow): OrgRule => ({
  orgId: row.org_id,
  channelsMayDiffer: row.channels_may_differ,
  ...toRule(row),
});

const toChannelRule = (row: ChannelRetentionRow): ChannelRule => ({
  channelId: row.channel_id,
  orgId: row.org_id,
  ...toRule(row),
});
