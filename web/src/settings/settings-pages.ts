import {
  Activity,
  Bell,
  Bot,
  Building2,
  CalendarClock,
  Flag,
  Hourglass,
  Inbox,
  KeyRound,
  LogIn,
  type LucideIcon,
  PackageOpen,
  Palette,
  Scale,
  ShieldCheck,
  Ticket,
  UserRound,
  UserRoundX,
  Users,
  UsersRound,
} from "lucide-react";
import type { Account } from "../store/session/account.ts";
import { adminText } from "../text/administration.ts";
import { apiLogText } from "../text/api-log.ts";
import { flagsText } from "../text/flags.ts";
import { inboxText } from "../text/inbox.ts";
import { keepingText as k } from "../text/keeping.ts";
import { settingsText as t } from "../text/settings.ts";
import { signInText } from "../text/sign-ins.ts";

/** A page of the settings, as its list names it. */
export interface SettingsPage {
  /** The end of its address. */
  readonly page: string;
  readonly title: string;
  readonly icon: LucideIcon;
  readonly group: "own" | "org" | "admin";
}

/** How long the organisation keeps what it has, and how its owners take it along. */
function keepingPages(role: Account["role"]): readonly SettingsPage[] {
  const retention: SettingsPage = {
    page: "retention",
    title: k("retention.title"),
    icon: Hourglass,
    group: "org",
  };
  if (role !== "owner") return [retention];
  return [retention, { page: "export", title: k("export.title"), icon: PackageOpen, group: "org" }];
}

/** How the installation is, for those who manage the organisation. */
const administration = (): readonly SettingsPage[] => [
  { page: "overview", title: adminText("overview.title"), icon: Activity, group: "admin" },
  { page: "jobs", title: adminText("jobs.title"), icon: CalendarClock, group: "admin" },
  { page: "events", title: adminText("events.title"), icon: Inbox, group: "admin" },
  { page: "rights", title: adminText("rights.title"), icon: Scale, group: "admin" },
  { page: "sign-ins", title: signInText("all.title"), icon: LogIn, group: "admin" },
  { page: "api-log", title: apiLogText("title"), icon: Bot, group: "admin" },
  { page: "flags", title: flagsText("title"), icon: Flag, group: "admin" },
];

/** The address of a page. */
export const pathOf = ({ page }: Pick<SettingsPage, "page">): string => `/settings/${page}`;

/** The pages that somebody of this role can use. */
export function settingsPages(role: Account["role"]): readonly SettingsPage[] {
  const own: readonly SettingsPage[] = [
    { page: "profile", title: t("profile.title"), icon: UserRound, group: "own" },
    { page: "preferences", title: t("preferences.title"), icon: Palette, group: "own" },
    { page: "notifications", title: inboxText("settings"), icon: Bell, group: "own" },
    { page: "account", title: t("account.title"), icon: ShieldCheck, group: "own" },
    { page: "privacy", title: t("privacy.title"), icon: UserRoundX, group: "own" },
    { page: "keys", title: t("keys.title"), icon: KeyRound, group: "own" },
  ];
  const people: SettingsPage = {
    page: "people",
    title: t("people.title"),
    icon: Users,
    group: "org",
  };
  if (role === "guest") return [...own, people];
  const invitations: SettingsPage = {
    page: "invitations",
    title: t("invitations.title"),
    icon: Ticket,
    group: "org",
  };
  if (role === "member") return [...own, people, invitations];
  const groups: SettingsPage = { page: "groups", title: t("groups.title"), icon: UsersRound, group: "org" };
  const org: SettingsPage = {
    page: "organisation",
    title: t("org.title"),
    icon: Building2,
    group: "org",
  };
  return [...own, people, groups, invitations, org, ...administration(), ...keepingPages(role)];
}
