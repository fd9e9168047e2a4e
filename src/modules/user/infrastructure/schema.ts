import type { OrgId, UserId } from "../../../kernel/ids.ts";
import type { Avatar } from "../domain/avatar.ts";
import type { Preferences, Section } from "../domain/preferences.ts";

/** The tables of the schema `users`. */
export interface UserSchema {
  "users.orgs": { id: OrgId; name: string };
  "users.users": UserRow;
  "users.avatars": { user_id: UserId; name: string; type: Avatar["type"]; bytes: Buffer };
  "users.preferences": PreferencesRow;
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
}
