import { timestampDate } from "@bufbuild/protobuf/wkt";
import {
  Preferences_Density as WireDensity,
  type Preferences as WirePreferences,
  Preferences_Section as WireSection,
  type Status as WireStatus,
  Preferences_Theme as WireTheme,
} from "../../../../gen/chatter/user/v1/user_pb.js";
import type { Preferences, Section } from "../domain/preferences.ts";
import type { Status } from "../domain/status.ts";

const themes: Readonly<Record<WireTheme, Preferences["theme"]>> = {
  [WireTheme.UNSPECIFIED]: undefined,
  [WireTheme.LIGHT]: "light",
  [WireTheme.DARK]: "dark",
  [WireTheme.HIGH_CONTRAST]: "high_contrast",
};

const sections: Readonly<Record<WireSection, readonly Section[]>> = {
  [WireSection.UNSPECIFIED]: [],
  [WireSection.STARRED]: ["starred"],
  [WireSection.CHANNELS]: ["channels"],
  [WireSection.DIRECTS]: ["directs"],
};

export function preferencesFromProto(preferences: WirePreferences): Preferences {
  return {
    theme: themes[preferences.theme],
    density: preferences.density === WireDensity.COMPACT ? "compact" : undefined,
    enterBreaksLine: preferences.enterBreaksLine,
    welcomeDismissed: preferences.welcomeDismissed,
    collapsedSections: preferences.collapsedSections.flatMap((section) => sections[section]),
    language: preferences.language === "" ? undefined : preferences.language,
    hideLinkPreviews: preferences.hideLinkPreviews,
  };
}

export function statusFromProto({ emoji, text, expiresAt }: WireStatus): Status {
  return { emoji, text, expiresAt: expiresAt && timestampDate(expiresAt) };
}
