import { type Kysely, sql as text } from "kysely";
import type { GroupId, UserId } from "../../../../kernel/ids.ts";
import type { Relationship } from "../../../../platform/authz/authorizer.ts";
import type { GroupEvent } from "../../domain/group.ts";
import type { UserSchema } from "../schema.ts";

/** Brings the tables to where the event says they are. */
export async function writeGroup(sql: Kysely<UserSchema>, event: GroupEvent): Promise<void> {
  switch (event.type) {
    case "group_created": {
      const { id, orgId, handle, name, description } = event.group;
      await sql.insertInto("users.groups").values({ id, org_id: orgId, handle, name, description }).execute();
      return;
    }
    case "group_changed": {
      const { id, handle, name, description } = event.group;
      await sql.updateTable("users.groups").set({ handle, name, description }).where("id", "=", id).execute();
      return;
    }
    case "members_added":
      await text`
        insert into users.group_members (group_id, user_id)
        select ${event.groupId}, unnest(${event.userIds}::text[])`.execute(sql);
      return;
    case "members_removed":
      await sql
        .deleteFrom("users.group_members")
        .where("group_id", "=", event.groupId)
        .where(text<boolean>`user_id = any(${event.userIds})`)
        .execute();
      return;
    case "group_deleted":
      await sql.deleteFrom("users.groups").where("id", "=", event.groupId).execute();
      return;
  }
}

/** What an event means in the words of schema.zed. */
export function rightsChangedBy(event: GroupEvent) {
  const none: readonly Relationship[] = [];
  switch (event.type) {
    case "members_added":
      return { touch: places(event.groupId, event.userIds), remove: none };
    case "members_removed":
    case "group_deleted":
      return { touch: none, remove: places(event.groupId, event.userIds) };
    case "group_created":
    case "group_changed":
      return { touch: none, remove: none };
  }
}

const places = (groupId: GroupId, userIds: readonly UserId[]): readonly Relationship[] =>
  userIds.map((userId) => ({
    resource: `group:${groupId}`,
    relation: "member",
    subject: `user:${userId}`,
  }));
