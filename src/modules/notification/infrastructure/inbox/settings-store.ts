import { sql } from "kysely";
import type { OrgId, UserId } from "../../../../kernel/ids.ts";
import type { Transaction } from "../../../../platform/postgres/database.ts";
import type { SettingsStore } from "../../application/inbox/personal-ports.ts";
import { DEFAULT_LEVEL } from "../../domain/inbox/level.ts";
import type { Settings } from "../../domain/inbox/settings.ts";
import type { NotificationSchema } from "../schema.ts";
import type { NotificationStoreDeps } from "./notifications.ts";
import { fromSchedule, toSchedule } from "./schedule-columns.ts";

type Tx = Transaction<NotificationSchema>;
type Deps = Pick<NotificationStoreDeps, "database" | "streams" | "encoder" | "now">;

export function createSettingsStore({ database, streams, encoder, now }: Deps): SettingsStore {
  const { sql: db } = database;
  /** The person's stream puts the changes of several devices into one order. */
  const changing = (user: UserId, write: (tx: Tx) => Promise<unknown>): Promise<void> =>
    database.transaction(async (tx) => {
      await streams.lock(tx, [user]);
      await write(tx);
      await streams.append(tx, [{ stream: user, entry: encoder.settingsChanged(user, now()) }]);
    });
  return {
    find: (user) => find(db, user),
    save: (user, org, settings) => changing(user, (tx) => save(tx, user, org, settings)),
    mute: (user, { channelId: channel_id, until }) =>
      changing(user, async (tx) => {
        const row = { user_id: user, channel_id, until };
        const muted = tx.sql.insertInto("notification.mutes").values(row);
        await muted
          .onConflict((conflict) => conflict.columns(["user_id", "channel_id"]).doUpdateSet({ until }))
          .execute();
      }),
    async mutes(user) {
      const rows = await db
        .selectFrom("notification.mutes")
        .select(["channel_id as channelId", "until"])
        .where("user_id", "=", user)
        .where("until", ">", now())
        .orderBy("channel_id")
        .execute();
      return rows;
    },
    async orgLevel(org) {
      const row = db.selectFrom("notification.org_defaults").select("level").where("org_id", "=", org);
      return (await row.executeTakeFirst())?.level ?? DEFAULT_LEVEL;
    },
    async saveOrgLevel(org, level) {
      await db
        .insertInto("notification.org_defaults")
        .values({ org_id: org, level })
        .onConflict((conflict) => conflict.column("org_id").doUpdateSet({ level }))
        .execute();
    },
    forget: (user) => database.transaction((tx) => forget(tx, user)),
  };
}

async function find(db: Tx["sql"], user: UserId): Promise<Settings> {
  const [row, keywords] = await Promise.all([
    db.selectFrom("notification.settings").selectAll().where("user_id", "=", user).executeTakeFirst(),
    db
      .selectFrom("notification.keywords")
      .select("keyword")
      .where("user_id", "=", user)
      .orderBy("keyword")
      .execute(),
  ]);
  return {
    level: row?.level ?? undefined,
    keywords: keywords.map(({ keyword }) => keyword),
    schedule: row && toSchedule(row),
  };
}

async function save(tx: Tx, user: UserId, org: OrgId, settings: Settings): Promise<void> {
  const { level, keywords, schedule } = settings;
  const columns = { level: level ?? null, ...fromSchedule(schedule) };
  await tx.sql
    .insertInto("notification.settings")
    .values({ user_id: user, org_id: org, ...columns })
    .onConflict((conflict) => conflict.column("user_id").doUpdateSet(columns))
    .execute();
  await tx.sql.deleteFrom("notification.keywords").where("user_id", "=", user).execute();
  if (keywords.length === 0) return;
  const rows = keywords.map((keyword) => ({ user_id: user, org_id: org, keyword }));
  await tx.sql.insertInto("notification.keywords").values(rows).execute();
}

const PERSONAL = [
  ...["settings", "keywords", "mutes", "thread_follows", "reminders", "notifications"],
  ...["push_devices", "deliveries"],
];

async function forget(tx: Tx, user: UserId): Promise<void> {
  const mine = sql`where user_id = ${user}`;
  for (const table of PERSONAL) {
    await sql`delete from ${sql.table(`notification.${table}`)} ${mine}`.execute(tx.sql);
  }
}
