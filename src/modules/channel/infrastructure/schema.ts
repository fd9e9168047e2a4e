import type { ColumnType, Generated, Selectable } from "kysely";
import type { ChannelId, GroupId, OrgId, UserId } from "../../../kernel/ids.ts";
import type { Bookmark, ChannelKind } from "../domain/channel.ts";
import type { MemberRole, NotificationLevel } from "../domain/membership.ts";

export interface ChannelSchema {
  "channel.channels": ChannelTable;
  "channel.members": MemberTable;
}

interface ChannelTable {
  id: ChannelId;
  org_id: OrgId;
  kind: ChannelKind;
  name: string;
  topic: string;
  description: string;
  created_by: UserId;
  archived_at: Date | null;
  is_default: boolean;
  direct_key: string | null;
  member_count: Generated<number>;
  open_to: Generated<GroupId[]>;
  closed: Generated<boolean>;
  bookmarks: ColumnType<Bookmark[], never, string>;
}

interface MemberTable {
  channel_id: ChannelId;
  user_id: UserId;
  role: MemberRole;
  joined_at: Date;
  read_seq: bigint;
  notification_level: NotificationLevel;
  starred: boolean;
  position: number | null;
  by_group: Generated<boolean>;
}

export type ChannelRow = Selectable<ChannelTable>;
export type MemberRow = Selectable<MemberTable>;
