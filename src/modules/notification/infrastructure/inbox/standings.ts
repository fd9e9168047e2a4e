import { sql } from "kysely";
import type { UserId } from "../../../../kernel/ids.ts";
import type { Database } from "../../../../platform/postgres/database.ts";
import type { Standings } from "../../application/inbox/ports.ts";
import type { Level } from "../../domain/inbox/level.ts";
import type { FollowReason } from "../../domain/inbox/reason.ts";
import type { NotificationSchema } from "../schema.ts";
import { type ScheduleColumns, toSchedule } from "./schedule-columns.ts";

type Db = Database<NotificationSchema>["sql"];

interface StandingRow extends ScheduleColumns {
  user_id: UserId;
  level: Level | null;
  until: Date | null;
  quiet: boolean;
  following: FollowReason | null;
}

/** What is kept here of people, as deciding needs it: who has no row anywhere chose nothing. */
export function createStandings({ sql: db }: Database<NotificationSchema>): Standings {
  return {
    async orgLevel(org) {
      const row = await db
        .selectFrom("notification.org_defaults")
        .select("level")
        .where("org_id", "=", org)
        .executeTakeFirst();
      return row?.level;
    },
    of: (people, where) => standingsOf(db, people, where),
    async wantEverything(org, after, limit) {
      const rows = await db
        .selectFrom("notification.settings")
        .select("user_id")
        .where("org_id", "=", org)
        .where("level", "=", sql.lit("everything"))
        .$if(after !== undefined, (query) => query.where(sql<boolean>`user_id > ${after}`))
        .orderBy("user_id")
        .limit(limit)
        .execute();
      return rows.map(({ user_id }) => user_id);
    },
    async withKeyword(org, phrases) {
      if (phrases.length === 0) return new Map();
      const rows = await db
        .selectFrom("notification.keywords")
        .select(["user_id", "keyword"])
        .where("org_id", "=", org)
        .where("keyword", "=", sql<string>`any(${phrases})`)
        .orderBy("keyword", "desc")
        .execute();
      return new Map(rows.map(({ user_id, keyword }) => [user_id, keyword]));
    },
    async followers(thread) {
      const rows = await db
        .selectFrom("notification.thread_follows")
        .select("user_id")
        .where("thread_root_id", "=", thread)
        .where(sql<boolean>`following`)
        .execute();
      return rows.map(({ user_id }) => user_id);
    },
  };
}

/** One query, however many they are; indexes: the primary keys. */
async function standingsOf(
  db: Db,
  people: readonly UserId[],
  { channel, thread, at }: Parameters<Standings["of"]>[1],
): ReturnType<Standings["of"]> {
  const { rows } = await sql<StandingRow>`
    select p.user_id, s.level, s.schedule_days, s.schedule_from, s.schedule_to, s.timezone, m.until,
      q.user_id is not null as quiet, f.because as following
    from unnest(${people}::text[]) as p (user_id)
    left join notification.settings s on s.user_id = p.user_id
    left join notification.mutes m on m.user_id = p.user_id and m.channel_id = ${channel ?? null}::text
    left join notification.presence_settings q on q.user_id = p.user_id
      and q.setting = 'do_not_disturb' and (q.expires_at is null or q.expires_at > ${at}::timestamptz)
    left join notification.thread_follows f on f.user_id = p.user_id
      and f.thread_root_id = ${thread ?? null}::text and f.following
    where num_nonnulls(s.user_id, m.user_id, q.user_id, f.user_id) > 0`.execute(db);
  return new Map(
    rows.map(({ user_id, level, until, quiet, following, ...schedule }) => [
      user_id,
      {
        level: level ?? undefined,
        mutedUntil: until ?? undefined,
        schedule: toSchedule(schedule),
        quiet,
        following: following ?? undefined,
      },
    ]),
  );
}
