import { sql } from "kysely";
import type { EventBus, PublishedEvent } from "../../../../platform/outbox/event-bus.ts";
import type { Database } from "../../../../platform/postgres/database.ts";
import { violatesUnique } from "../../../../platform/postgres/unique.ts";
import type { ExportStore } from "../../application/export/ports.ts";
import { refuse } from "../../domain/errors.ts";
import type { OrgExport } from "../../domain/export.ts";
import type { UserSchema } from "../schema.ts";
import { exportChunks } from "./export-chunks.ts";
import { toExport } from "./export-rows.ts";

export interface ExportStoreDeps {
  readonly database: Database<UserSchema>;
  readonly bus: Pick<EventBus, "dispatch">;
  /** How others are told that an export was asked for. */
  readonly requested: (one: OrgExport) => PublishedEvent;
}

export function createExportStore(deps: ExportStoreDeps): ExportStore {
  const { database } = deps;
  const exports = database.sql.selectFrom("users.exports").selectAll();
  return {
    ...exportChunks(database),
    add: (one) => add(deps, one),
    async find(orgId, id) {
      const row = await exports.where("org_id", "=", orgId).where("id", "=", id).executeTakeFirst();
      return row && toExport(row);
    },
    async list(orgId, before, limit) {
      const { rows } = await sql<Parameters<typeof toExport>[0]>`
        select * from users.exports where org_id = ${orgId} and (${before ?? null}::text is null or
          (asked_at, id) < (select asked_at, id from users.exports where id = ${before ?? null}))
        order by asked_at desc, id desc limit ${limit}`.execute(database.sql);
      return rows.map(toExport);
    },
    end: ({ id, state }, into, at) =>
      database.transaction(async (tx) => {
        const ended = await tx.sql
          .updateTable("users.exports")
          .set({ state: into, writer: null, expires_at: null, ...(state === "running" && { ended_at: at }) })
          .where("id", "=", id)
          .where("state", "=", state)
          .returning("id")
          .execute();
        if (ended.length === 0) return false;
        await tx.sql.deleteFrom("users.export_chunks").where("export_id", "=", id).execute();
        return true;
      }),
    async countChannels(id, channels) {
      await database.sql.updateTable("users.exports").set({ channels }).where("id", "=", id).execute();
    },
    async expire(now) {
      await sql`
        update users.exports set state = 'expired', expires_at = null
        where state = 'ready' and expires_at <= ${now}`.execute(database.sql);
      await sql`
        delete from users.export_chunks c using users.exports e
        where e.id = c.export_id and e.state not in ('running', 'ready')`.execute(database.sql);
    },
    async countDownload(id, at) {
      await database.sql
        .updateTable("users.exports")
        .set((eb) => ({ downloads: eb("downloads", "+", 1), downloaded_at: at }))
        .where("id", "=", id)
        .execute();
    },
  };
}

async function add({ database, bus, requested }: ExportStoreDeps, one: OrgExport): Promise<void> {
  const { id, orgId, scope, state, askedBy, askedAt } = one;
  try {
    await database.transaction(async (tx) => {
      await tx.sql
        .insertInto("users.exports")
        .values({ id, org_id: orgId, scope, state, asked_by: askedBy, asked_at: askedAt })
        .execute();
      await bus.dispatch(tx, [requested(one)]);
    });
  } catch (error) {
    if (violatesUnique(error, "exports_one_at_a_time")) throw refuse("EXPORT_UNDER_WAY");
    throw error;
  }
}
