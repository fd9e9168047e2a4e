import type { Generated, Selectable } from "kysely";
import type { ExportId, GroupId, OrgId, UserId } from "../../../kernel/ids.ts";
import type { Avatar } from "../domain/avatar.ts";
import type { ContactRequest } from "../domain/circle.ts";
import type { ExportScope, ExportState } from "../domain/export.ts";
import type { Preferences, Section } from "../domain/preferences.ts";

/** The tables of the schema `users`. */
export interface UserSchema {
  "users.orgs": { id: OrgId; name: string };
  "users.users": UserRow;
  "users.avatars": { user_id: UserId; name: string; type: Avatar["type"]; bytes: Buffer };
  "users.preferences": PreferencesRow;
  "users.exports": ExportTable;
  "users.export_chunks": ExportChunkTable;
  "users.groups": { id: GroupId; org_id: OrgId; handle: string; name: string; description: string };
  "users.group_members": { group_id: GroupId; user_id: UserId };
  "users.contacts": { user_id: UserId; contact_id: UserId };
  "users.contact_requests": {
    from_id: UserId;
    to_id: UserId;
    note: string;
    state: ContactRequest["state"];
    at: Date;
  };
  "users.blocks": { user_id: UserId; blocked_id: UserId };
}

interface ExportTable {
  id: ExportId;
  org_id: OrgId;
  scope: ExportScope;
  state: ExportState;
  asked_by: UserId;
  asked_at: Date;
  writer: string | null;
  channels: Generated<number>;
  channels_done: Generated<number>;
  messages: Generated<bigint>;
  bytes: Generated<bigint>;
  ended_at: Date | null;
  expires_at: Date | null;
  downloads: Generated<number>;
  downloaded_at: Date | null;
}

export type ExportRow = Selectable<ExportTable>;

interface ExportChunkTable {
  export_id: ExportId;
  part: number;
  n: number;
  bytes: Buffer;
  size: number;
  messages: number;
  channels: number;
  starts_at: bigint | null;
}

export interface UserRow {
  id: UserId;
  org_id: OrgId;
  handle: string;
  name: string;
  folded_name: string;
  title: string;
  timezone: string;
  avatar: string | null;
  status_emoji: string | null;
  status_text: string | null;
  status_expires_at: Date | null;
  deactivated: boolean;
  deactivated_since: Date;
  guest: boolean;
  guest_since: Date;
}

export interface PreferencesRow {
  user_id: UserId;
  theme: NonNullable<Preferences["theme"]> | null;
  density: NonNullable<Preferences["density"]> | null;
  enter_breaks_line: boolean;
  welcome_dismissed: boolean;
  collapsed_sections: Section[];
  language: string | null;
  hide_link_previews: boolean;
}
