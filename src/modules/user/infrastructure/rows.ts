import type { Preferences } from "../domain/preferences.ts";
import type { Status } from "../domain/status.ts";
import { fold } from "../domain/text.ts";
import type { User } from "../domain/user.ts";
import type { PreferencesRow, UserRow } from "./schema.ts";

export function toUser(row: UserRow): User {
  return {
    id: row.id,
    orgId: row.org_id,
    handle: row.handle,
    name: row.name,
    title: row.title,
    timezone: row.timezone,
    avatar: row.avatar ?? undefined,
    status: toStatus(row),
    deactivated: { holds: row.deactivated, since: row.deactivated_since },
    guest: { holds: row.guest, since: row.guest_since },
  };
}

export function fromUser(user: User): UserRow {
  return {
    id: user.id,
    org_id: user.orgId,
    handle: user.handle,
    name: user.name,
    folded_name: fold(user.name),
    title: user.title,
    timezone: user.timezone,
    avatar: user.avatar ?? null,
    status_emoji: user.status?.emoji ?? null,
    status_text: user.status?.text ?? null,
    status_expires_at: user.status?.expiresAt ?? null,
    deactivated: user.deactivated.holds,
    deactivated_since: user.deactivated.since,
    guest: user.guest.holds,
    guest_since: user.guest.since,
  };
}

export function toPreferences(row: Omit<PreferencesRow, "user_id">): Preferences {
  return {
    theme: row.theme ?? undefined,
    density: row.density ?? undefined,
    enterBreaksLine: row.enter_breaks_line,
    welcomeDismissed: row.welcome_dismissed,
    collapsedSections: row.collapsed_sections,
    language: row.language ?? undefined,
    hideLinkPreviews: row.hide_link_previews,
  };
}

export function fromPreferences(preferences: Preferences): Omit<PreferencesRow, "user_id"> {
  return {
    theme: preferences.theme ?? null,
    density: preferences.density ?? null,
    enter_breaks_line: preferences.enterBreaksLine,
    welcome_dismissed: preferences.welcomeDismissed,
    collapsed_sections: [...preferences.collapsedSections],
    language: preferences.language ?? null,
    hide_link_previews: preferences.hideLinkPreviews,
  };
}

function toStatus(row: UserRow): Status | undefined {
  if (row.status_emoji === null || row.status_text === null) return undefined;
  return { emoji: row.status_emoji, text: row.status_text, expiresAt: row.status_expires_at ?? undefined };
}
