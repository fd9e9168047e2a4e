import { type Kysely, sql } from "kysely";
import type { ChannelId, UserId } from "../../../kernel/ids.ts";
import { violatesUnique } from "../../../platform/postgres/unique.ts";
import type { Channel } from "../domain/channel.ts";
import { refuse } from "../domain/errors.ts";
import type { ChannelEvent } from "../domain/events.ts";
import type { Membership } from "../domain/membership.ts";
import { directKey } from "./rows.ts";
import type { ChannelSchema } from "./schema.ts";

type Db = Kysely<ChannelSchema>;

/** Brings the tables to where the event says they are. Throws NAME_TAKEN. */
export async function writeRows(db: Db, event: ChannelEvent): Promise<void> {
  switch (event.type) {
    case "channel_created":
      return namedUniquely(event.channel, insertChannel(db, event.channel));
    case "channel_described":
    case "channel_archived":
    case "channel_unarchived":
    case "opened_to_groups":
    case "direct_closed":
    case "direct_opened":
      return namedUniquely(event.channel, updateChannel(db, event.channel));
    case "members_joined":
      await insertMembers(db, event.memberships);
      return updateMemberCount(db, event.channel);
    case "member_left":
      await deleteMember(db, event.channel.id, event.userId);
      return updateMemberCount(db, event.channel);
    case "member_disabled":
      return;
    case "role_changed":
    case "membership_changed":
      return updateMember(db, event.membership);
  }
}

/** The index decides who was first, so nobody has to look whether a name is free. */
async function namedUniquely({ name }: Channel, write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (violatesUnique(error, "channels_name_taken")) throw refuse("NAME_TAKEN", { name });
    throw error;
  }
}

function insertChannel(db: Db, channel: Channel): Promise<unknown> {
  return db
    .insertInto("channel.channels")
    .values({
      id: channel.id,
      org_id: channel.orgId,
      kind: channel.kind,
      name: channel.name,
      topic: channel.topic,
      description: channel.description,
      created_by: channel.createdBy,
      archived_at: null,
      is_default: channel.isDefault,
      direct_key: channel.directUserIds.length > 0 ? directKey(channel.directUserIds) : null,
    })
    .execute();
}

function updateChannel(
  db: Db,
  { id, name, topic, description, archivedAt, isDefault, openTo, closed, bookmarks }: Channel,
): Promise<unknown> {
  return db
    .updateTable("channel.channels")
    .set({
      name,
      topic,
      description,
      archived_at: archivedAt ?? null,
      is_default: isDefault,
      open_to: [...openTo],
      closed,
      bookmarks: JSON.stringify(bookmarks),
    })
    .where("id", "=", id)
    .execute();
}

async function updateMemberCount(db: Db, { id, memberCount }: Channel): Promise<void> {
  await db.updateTable("channel.channels").set({ member_count: memberCount }).where("id", "=", id).execute();
}

/** One statement, whether one person joins or a hundred. */
async function insertMembers(db: Db, members: readonly Membership[]): Promise<void> {
  await sql`
    insert into channel.members (channel_id, user_id, role, joined_at, read_seq, by_group)
    select * from unnest(
      ${members.map((member) => member.channelId)}::text[],
      ${members.map((member) => member.userId)}::text[],
      ${members.map((member) => member.role)}::text[],
      ${members.map((member) => member.joinedAt)}::timestamptz[],
      ${members.map((member) => member.readSeq)}::bigint[],
      ${members.map((member) => member.byGroup)}::boolean[])`.execute(db);
}

async function deleteMember(db: Db, channelId: ChannelId, userId: UserId): Promise<void> {
  await db
    .deleteFrom("channel.members")
    .where("channel_id", "=", channelId)
    .where("user_id", "=", userId)
    .execute();
}

async function updateMember(db: Db, member: Membership): Promise<void> {
  await db
    .updateTable("channel.members")
    .set({
      role: member.role,
      read_seq: member.readSeq,
      notification_level: member.notificationLevel,
      starred: member.starred,
      position: member.position ?? null,
    })
    .where("channel_id", "=", member.channelId)
    .where("user_id", "=", member.userId)
    .execute();
}
