import {
  Building2,
  KeyRound,
  type LucideIcon,
  Palette,
  ShieldCheck,
  Ticket,
  UserRound,
  Users,
} from "lucide-react";
import type { Account } from "../store/session/account.ts";
import { settingsText as t } from "../text/settings.ts";

/** A page of the settings, as its list names it. */
export interface SettingsPage {
  readonly to:
    | "/settings/profile"
    | "/settings/preferences"
    | "/settings/account"
    | "/settings/keys"
    | "/settings/people"
    | "/settings/invitations"
    | "/settings/organisation";
  readonly title: string;
  readonly icon: LucideIcon;
  readonly group: "own" | "org";
}

/** The pages that somebody of this role can use. */
export function settingsPages(role: Account["role"]): readonly SettingsPage[] {
  const own: readonly SettingsPage[] = [
    { to: "/settings/profile", title: t("profile.title"), icon: UserRound, group: "own" },
    { to: "/settings/preferences", title: t("preferences.title"), icon: Palette, group: "own" },
    { to: "/settings/account", title: t("account.title"), icon: ShieldCheck, group: "own" },
    { to: "/settings/keys", title: t("keys.title"), icon: KeyRound, group: "own" },
  ];
  const people: SettingsPage = {
    to: "/settings/people",
    title: t("people.title"),
    icon: Users,
    group: "org",
  };
  if (role === "guest") return [...own, people];
  const invitations: SettingsPage = {
    to: "/settings/invitations",
    title: t("invitations.title"),
    icon: Ticket,
    group: "org",
  };
  if (role === "member") return [...own, people, invitations];
  const org: SettingsPage = {
    to: "/settings/organisation",
    title: t("org.title"),
    icon: Building2,
    group: "org",
  };
  return [...own, people, invitations, org];
}
