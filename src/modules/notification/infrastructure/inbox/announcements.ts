import type { Announcements } from "../../application/inbox/personal-ports.ts";
import type { DueAnnouncements } from "../../application/inbox/tell-later.ts";
import { raise } from "./notifications.ts";
import type { LaterDeps } from "./reminders.ts";

/** An announcement is told to some people in a transaction with how far it came: everybody is told, and once. */
export function createAnnouncements(deps: LaterDeps): Announcements & DueAnnouncements {
  const { database, reminded } = deps;
  return {
    add: ({ id, orgId: org_id, authorId: author_id, text: body, at: announced_at }) =>
      database.transaction(async (tx) => {
        const row = { id, org_id, author_id, body, announced_at };
        await tx.sql.insertInto("notification.announcements").values(row).execute();
        tx.afterCommit(() => reminded.publish(announced_at.getTime()));
      }),
    announce: (people, tellings) =>
      database.transaction(async (tx) => {
        const waiting = tx.sql.selectFrom("notification.announcements").selectAll().orderBy("id").limit(1);
        const row = await waiting.forUpdate().skipLocked().executeTakeFirst();
        if (row === undefined) return false;
        const { id, org_id: orgId, author_id: authorId, body: text, announced_at: at, told_to } = row;
        const next = await people(orgId, told_to === "" ? undefined : told_to);
        const last = next.at(-1);
        if (last === undefined) {
          await tx.sql.deleteFrom("notification.announcements").where("id", "=", id).execute();
          return true;
        }
        await raise(deps, tx, await tellings({ id, orgId, authorId, text, at }, next));
        const told = tx.sql.updateTable("notification.announcements").set({ told_to: last });
        await told.where("id", "=", id).execute();
        return true;
      }),
    async nextAnnouncement() {
      const rows = database.sql.selectFrom("notification.announcements").select("announced_at").limit(1);
      return (await rows.executeTakeFirst())?.announced_at;
    },
  };
}
