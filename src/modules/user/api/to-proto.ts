import { create } from "@bufbuild/protobuf";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import {
  OrgSchema,
  PreferencesSchema,
  StatusSchema,
  UserSchema,
  Preferences_Density as WireDensity,
  Preferences_Section as WireSection,
  Preferences_Theme as WireTheme,
} from "../../../../gen/chatter/user/v1/user_pb.js";
import type { Preferences, Section } from "../domain/preferences.ts";
import type { Status } from "../domain/status.ts";
import type { Org, User } from "../domain/user.ts";
import { avatarPath } from "./avatar-route.ts";

const themes: Readonly<Record<NonNullable<Preferences["theme"]>, WireTheme>> = {
  light: WireTheme.LIGHT,
  dark: WireTheme.DARK,
  high_contrast: WireTheme.HIGH_CONTRAST,
};

const sections: Readonly<Record<Section, WireSection>> = {
  starred: WireSection.STARRED,
  channels: WireSection.CHANNELS,
  directs: WireSection.DIRECTS,
};

export function orgToProto(org: Org) {
  return create(OrgSchema, org);
}

export function userToProto(user: User) {
  return create(UserSchema, {
    id: user.id,
    handle: user.handle,
    name: user.name,
    title: user.title,
    timezone: user.timezone,
    avatarUrl: user.avatar === undefined ? "" : avatarPath(user.id, user.avatar),
    ...(user.status && { status: statusToProto(user.status) }),
    deactivated: user.deactivated.holds,
    guest: user.guest.holds,
  });
}

export function preferencesToProto(preferences: Preferences) {
  const { theme, density, enterBreaksLine, welcomeDismissed, collapsedSections, language, hideLinkPreviews } =
    preferences;
  return create(PreferencesSchema, {
    theme: theme === undefined ? WireTheme.UNSPECIFIED : themes[theme],
    density: density === undefined ? WireDensity.UNSPECIFIED : WireDensity.COMPACT,
    enterBreaksLine,
    welcomeDismissed,
    collapsedSections: collapsedSections.map((section) => sections[section]),
    language: language ?? "",
    hideLinkPreviews,
  });
}

function statusToProto({ emoji, text, expiresAt }: Status) {
  return create(StatusSchema, { emoji, text, ...(expiresAt && { expiresAt: timestampFromDate(expiresAt) }) });
}
